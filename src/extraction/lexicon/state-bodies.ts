import type { OrganizationKind } from '../../values/vocabulary.ts'

/** A body that reports call by a name of its own, which does not say whose it is. */
export interface StateBody {
  /** The first name of the state, as `states.ts` has it. */
  readonly state: string
  readonly kind: OrganizationKind
  /** All for the same body. */
  readonly names: readonly string[]
}

/** State, kind (Government, Security service, Military), names. */
const stateBodyRows = `
United States|G|State Department,US Department of State,US State Department,United States Department of State,Department of State
United States|M|Pentagon,US Department of Defense,US Defense Department,United States Department of Defense,Department of Defense,Defense Department,US Department of War,Department of War
United States|G|Justice Department,US Department of Justice,US Justice Department,Department of Justice,DOJ
United States|G|US Treasury,Treasury Department,US Department of the Treasury,US Treasury Department
United States|G|Homeland Security,Department of Homeland Security,US Department of Homeland Security,DHS
United States|G|Congress,US Congress,United States Congress
United States|G|US Senate,United States Senate
United States|G|House of Representatives,US House of Representatives
United States|G|National Security Council,US National Security Council
United States|G|Supreme Court of the United States,US Supreme Court,SCOTUS
United States|G|Federal Reserve,Fed,US Federal Reserve
United States|G|Environmental Protection Agency,EPA
United States|G|Food and Drug Administration,FDA
United States|G|Centers for Disease Control and Prevention,CDC
United States|G|Federal Aviation Administration,FAA
United States|G|NASA,National Aeronautics and Space Administration
United States|G|USAID,US Agency for International Development
United States|S|FBI,Federal Bureau of Investigation
United States|S|CIA,Central Intelligence Agency
United States|S|NSA,National Security Agency
United States|S|Secret Service,US Secret Service
United States|S|Immigration and Customs Enforcement
United States|M|CENTCOM,US Central Command,Central Command
United States|M|US military,US Army,US armed forces,US forces
United States|M|US Navy
United States|M|US Air Force
United States|M|US Coast Guard
United States|M|AFRICOM,US Africa Command,Africa Command
United States|M|National Guard
Russia|G|State Duma,Duma,Russian parliament
Russia|G|Federation Council
Russia|G|Roscosmos
Russia|G|Roskomnadzor
Russia|S|FSB,Federal Security Service
Russia|S|GRU,Main Intelligence Directorate
Russia|S|SVR,Foreign Intelligence Service
Russia|S|Rosgvardia,Russian National Guard
Russia|S|Investigative Committee,Investigative Committee of Russia
Russia|M|Black Sea Fleet,Russian Black Sea Fleet
Russia|M|Northern Fleet
Ukraine|G|Verkhovna Rada,Rada,Ukrainian parliament
Ukraine|S|SBU,Security Service of Ukraine,Ukrainian security service
Ukraine|S|HUR,GUR,Main Directorate of Intelligence,Ukrainian military intelligence
Ukraine|M|Ukrainian General Staff,General Staff of the Armed Forces of Ukraine
Belarus|S|Belarusian KGB
Israel|G|Knesset
Israel|M|IDF,Israel Defense Forces,Israel Defence Forces,Israeli military,Israeli army
Israel|S|Mossad
Israel|S|Shin Bet,Shabak
Israel|G|COGAT
Iran|M|Revolutionary Guards,IRGC,Islamic Revolutionary Guard Corps,Revolutionary Guard,Islamic Revolutionary Guards Corps,Iranian Revolutionary Guards
Iran|M|Quds Force
Iran|M|Basij
Iran|G|Majlis,Iranian parliament
Iran|G|Guardian Council
Iran|G|Atomic Energy Organization of Iran
China|M|PLA,People's Liberation Army
China|G|State Council,State Council of China
China|G|National People's Congress
China|S|Ministry of State Security
China|G|Taiwan Affairs Office
United Kingdom|G|Foreign Office,FCDO,Foreign Commonwealth and Development Office
United Kingdom|G|Home Office
United Kingdom|G|House of Commons
United Kingdom|G|House of Lords
United Kingdom|S|MI5
United Kingdom|S|MI6
United Kingdom|S|GCHQ
United Kingdom|S|Scotland Yard,Metropolitan Police,Met Police
United Kingdom|M|Royal Navy
United Kingdom|M|Royal Air Force,RAF
United Kingdom|G|Bank of England
Germany|G|Bundestag,German parliament
Germany|G|Bundesrat
Germany|M|Bundeswehr,German armed forces
Germany|G|Federal Foreign Office,German Foreign Office,Auswärtiges Amt
Germany|G|German Chancellery,Federal Chancellery
Germany|G|Bundesbank
Germany|S|BND
Germany|S|BKA
France|G|French National Assembly,Assemblée Nationale
France|S|DGSE
France|S|DGSI
Spain|S|Guardia Civil,Civil Guard
Spain|G|Cortes
Italy|S|Carabinieri
Italy|S|Guardia di Finanza
Poland|G|Sejm
Lithuania|G|Seimas
Latvia|G|Saeima
Estonia|G|Riigikogu
Norway|G|Storting
Sweden|G|Riksdag
Sweden|S|Säpo
Denmark|G|Folketing
Finland|G|Eduskunta
Iceland|G|Althing
Ireland|G|Dáil
Ireland|S|Garda,Gardaí,An Garda Síochána
Greece|G|Vouli
Croatia|G|Sabor
Turkey|S|National Intelligence Organization
Turkey|G|Diyanet
Turkey|G|AFAD
India|G|Lok Sabha
India|G|Rajya Sabha
India|G|Ministry of External Affairs,External Affairs Ministry
India|S|Central Bureau of Investigation
Pakistan|S|ISI,Inter-Services Intelligence
Pakistan|M|ISPR,Inter-Services Public Relations
Japan|G|Japanese Diet,National Diet
Japan|M|Self-Defense Forces,Japan Self-Defense Forces,Self-Defence Forces
South Korea|M|Joint Chiefs of Staff of South Korea
South Korea|S|National Intelligence Service
North Korea|M|Korean People's Army
Taiwan|G|Legislative Yuan
Taiwan|G|Mainland Affairs Council
Canada|G|Global Affairs Canada
Canada|S|RCMP,Royal Canadian Mounted Police
Canada|S|CSIS
Australia|S|ASIO
Australia|S|Australian Federal Police
Mexico|S|Guardia Nacional
Egypt|S|Egyptian General Intelligence
Saudi Arabia|G|Shura Council
Iraq|M|Popular Mobilization Forces,Popular Mobilisation Forces
Palestine|G|Palestine Liberation Organization,PLO
Myanmar|M|Tatmadaw
Afghanistan|G|Loya Jirga
Vatican|G|Roman Curia
`

const kindByLetter: Readonly<Record<string, OrganizationKind>> = {
  G: 'GOVERNMENT_BODY',
  S: 'SECURITY_SERVICE',
  M: 'MILITARY',
}

export const stateBodies: readonly StateBody[] = stateBodyRows
  .split('\n')
  .filter(Boolean)
  .map((row) => {
    const [state = '', kind = '', names = ''] = row.split('|')
    return { state, kind: kindByLetter[kind] as OrganizationKind, names: names.split(',') }
  })
