import { foldedName } from '../../text/fold.ts'

const namesByKey = (rows: string): ReadonlySet<string> =>
  new Set(
    rows
      .split(/[,\n]/)
      .map((name) => foldedName(name.trim()))
      .filter(Boolean),
  )

/** Armed groups whose names do not say what they are. */
const armedGroups = namesByKey(`
Hamas,Hezbollah,Hizbollah,Hizbullah,Hezbullah,Taliban,Houthis,Houthi,Ansar Allah,Ansarullah,Islamic State,ISIS,ISIL,IS,Daesh
al-Qaeda,al-Qaida,Al Qaeda,al-Shabaab,al Shabaab,Boko Haram,ISWAP,Islamic Jihad,Palestinian Islamic Jihad,al-Nusra Front
Hayat Tahrir al-Sham,HTS,RSF,Rapid Support Forces,M23,ADF,LRA,Lord's Resistance Army,FDLR,PKK,YPG,YPJ,SDF,Syrian Democratic Forces
TPLF,Fano,Wagner,Wagner Group,PMC Wagner,Africa Corps,Azov,Right Sector,Kadyrovites,Akhmat,Peshmerga,Kataib Hezbollah
Badr Organization,FARC,ELN,Sendero Luminoso,Shining Path,Tren de Aragua,Sinaloa Cartel,MS-13,IRA,Real IRA,ETA,LTTE,Tamil Tigers
Arakan Army,Karen National Union,KNU,JNIM,GSIM,Seleka,Anti-Balaka,Janjaweed,Lashkar-e-Taiba,Jaish-e-Mohammed,TTP
Pakistani Taliban,Baloch Liberation Army,BLA,Abu Sayyaf,Jemaah Islamiyah,Moro Islamic Liberation Front,Naxalites
Polisario,Polisario Front,Free Syrian Army,Zintan Brigade,Misrata Brigades,Popular Front for the Liberation of Palestine,PFLP
`)

/** Outlets whose names do not say what they are. */
const outlets = namesByKey(`
Reuters,AFP,Agence France-Presse,AP,Associated Press,The Associated Press,DPA,ANSA,EFE,TASS,ITAR-TASS,RIA,RIA Novosti,Interfax,IRNA,ISNA
Tasnim,Fars,Mehr,Xinhua,KCNA,Yonhap,Kyodo,Jiji,PTI,ANI,APA,PAP,CTK,MTI,BTA,Agerpres,Anadolu,SANA,WAFA,NNA,SPA,WAM,QNA,KUNA,BelTA
Ukrinform,Unian,Suspilne,Meduza,Mediazona,Kommersant,Vedomosti,Izvestia,Pravda,RT,Sputnik,RBC,Rain,BBC,ITV,CNN,MSNBC,NBC,CBS,ABC,NPR,PBS
C-SPAN,Fox,Politico,Bloomberg,Axios,Vox,Slate,Semafor,ProPublica,Breitbart,BuzzFeed,HuffPost,Newsweek,The Hill,The Atlantic
The New Yorker,The Economist,Economist,The Intercept,Bellingcat,PolitiFact,Al Jazeera,Al-Jazeera,Al Arabiya,Al-Arabiya,Al Mayadeen,Al-Manar
Haaretz,Ynet,Der Spiegel,Spiegel,Die Zeit,Die Welt,Bild,FAZ,Süddeutsche Zeitung,Frankfurter Allgemeine Zeitung,ARD,ZDF,Deutsche Welle,DW,Tagesschau
Le Monde,Le Figaro,Libération,France 24,RFI,TF1,BFM,BFMTV,El País,El Mundo,RTVE,Corriere della Sera,La Repubblica,RAI,NRK,VG,Aftenposten
Dagbladet,SVT,Dagens Nyheter,Svenska Dagbladet,Aftonbladet,Expressen,DR,Politiken,Jyllands-Posten,Yle,Helsingin Sanomat,NOS,De Telegraaf
Gazeta Wyborcza,Rzeczpospolita,TVP,TVN,Onet,Delfi,ERR,LRT,NHK,Asahi Shimbun,Yomiuri Shimbun,Mainichi Shimbun,CCTV,CGTN,Global Times,Caixin
Dawn,The Hindu,Clarín,La Nación,Folha de S.Paulo,O Globo,Globo,Granma,Prensa Latina,Telesur,Reforma,RTÉ,CBC,Guardian,Telegraph,Observer,The Sun
`)

/** Parties whose names do not say what they are. */
const partyNames = namesByKey(`
Fatah,Likud,Shas,Yesh Atid,Tories,Republicans,Democrats,Labour,Conservatives,Liberals,Greens,GOP,AfD,CDU,CSU,SPD,FDP,BJP,ANC,Zanu-PF,Zanu PF
PiS,Fidesz,Syriza,Podemos,Sinn Féin,Sinn Fein,DUP,SNP,Plaid Cymru,Fine Gael,Fianna Fáil,Georgian Dream,United Russia,Servant of the People
Kuomintang,KMT,Muslim Brotherhood,Ennahda,AKP,CHP,HDP,Rassemblement National,National Rally,Swapo,Frelimo,Renamo,MPLA,Unita,Morena
Social Democrats,Christian Democrats,Liberal Democrats,Lib Dems,Sweden Democrats,Syriza,Five Star Movement,Brothers of Italy
`)

/** Firms whose names do not say what they are. */
const firms = namesByKey(`
Gazprom,Rosneft,Lukoil,Rosatom,Naftogaz,Energoatom,Boeing,Airbus,Google,Meta,Facebook,Twitter,Microsoft,Amazon,Apple,OpenAI,Tesla,SpaceX,Starlink
Huawei,ByteDance,TikTok,Shell,BP,Exxon,ExxonMobil,Chevron,TotalEnergies,Equinor,Aramco,Saudi Aramco,Maersk,MSC,Siemens,Volkswagen,Toyota,Samsung
Lockheed Martin,Raytheon,Rheinmetall,BAE Systems,Pfizer,Moderna,AstraZeneca,Ryanair,Lufthansa,Aeroflot,Nord Stream,Walmart,Uber,Netflix,Intel,Nvidia
`)

/** Civil society whose names do not say what they are. */
const societies = namesByKey(`
Greenpeace,Oxfam,Amnesty,Amnesty International,Human Rights Watch,HRW,MSF,Médecins Sans Frontières,Doctors Without Borders,Save the Children,CARE
Caritas,Memorial,Transparency International,Reporters Without Borders,Freedom House,Mercy Corps,World Central Kitchen,White Helmets
Red Crescent,WWF,ACLU,NAACP,Chatham House,Carnegie,Brookings,Breaking the Silence,Peace Now,B'Tselem,Airwars,ACLED,Freedom House
`)

const withoutArticleFolded = (name: string): string => foldedName(name).replace(/^the\s+/, '')
const isNamedIn = (set: ReadonlySet<string>) => (name: string) =>
  set.has(foldedName(name)) || set.has(withoutArticleFolded(name))

export const isKnownArmedGroup = isNamedIn(armedGroups)
export const isKnownOutlet = isNamedIn(outlets)
export const isKnownParty = isNamedIn(partyNames)
export const isKnownFirm = isNamedIn(firms)
export const isKnownSociety = isNamedIn(societies)
