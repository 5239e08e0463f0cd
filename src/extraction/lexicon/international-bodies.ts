/** International bodies as reports name them: all names for one in a row, the usual one first. */
const internationalRows = `
United Nations,UN,U.N.,United Nations Organization,United Nations Organisation
UN Security Council,United Nations Security Council,U.N. Security Council,Security Council
UN General Assembly,United Nations General Assembly,U.N. General Assembly
UN Human Rights Council,Human Rights Council
UN Secretariat
UNHCR,UN refugee agency,U.N. refugee agency,United Nations High Commissioner for Refugees
OHCHR,UN human rights office,U.N. human rights office,Office of the United Nations High Commissioner for Human Rights
OCHA,UN Office for the Coordination of Humanitarian Affairs
UNICEF,Unicef,UN children's agency,United Nations Children's Fund
UNESCO,Unesco
UNRWA,Unrwa
UNDP,UN Development Programme
UNEP,UN Environment Programme
UNFPA
UNODC
UNIFIL,Unifil
MONUSCO,Monusco
UNCTAD
World Food Programme,WFP,World Food Program
Food and Agriculture Organization,FAO,Food and Agriculture Organisation
World Health Organization,WHO,World Health Organisation
World Meteorological Organization,WMO
International Labour Organization,ILO,International Labor Organization
International Organization for Migration,IOM,International Organisation for Migration
International Maritime Organization,IMO
International Civil Aviation Organization,ICAO
International Telecommunication Union,ITU
International Atomic Energy Agency,IAEA,UN nuclear watchdog,U.N. nuclear watchdog
International Court of Justice,ICJ,World Court
International Criminal Court,ICC
International Monetary Fund,IMF
World Bank,World Bank Group
World Trade Organization,WTO,World Trade Organisation
International Energy Agency,IEA
International Renewable Energy Agency,IRENA
International Committee of the Red Cross,ICRC,Red Cross
International Federation of Red Cross and Red Crescent Societies,IFRC
International Olympic Committee,IOC
FIFA
UEFA
World Anti-Doping Agency,WADA
Interpol,INTERPOL
Europol
Eurojust
Frontex
NATO,Nato,North Atlantic Treaty Organization,North Atlantic Treaty Organisation,North Atlantic Alliance
European Union,EU,E.U.
European Commission,EU Commission
European Council
European Parliament,EU Parliament
European Central Bank,ECB
European Court of Justice
European Court of Human Rights,ECHR
Council of Europe
Organization for Security and Co-operation in Europe,OSCE,Organisation for Security and Co-operation in Europe,Organization for Security and Cooperation in Europe
Organisation for Economic Co-operation and Development,OECD,Organization for Economic Cooperation and Development
European Bank for Reconstruction and Development,EBRD
Nordic Council
Visegrad Group
African Union,AU
African Development Bank
Economic Community of West African States,ECOWAS,Ecowas
Southern African Development Community,SADC
East African Community,EAC
IGAD,Intergovernmental Authority on Development
Alliance of Sahel States
Africa CDC,Africa Centres for Disease Control and Prevention
Arab League,League of Arab States
Gulf Cooperation Council,GCC
Organization of Islamic Cooperation,OIC,Organisation of Islamic Cooperation
Organization of the Petroleum Exporting Countries,OPEC,Opec
OPEC+
Association of Southeast Asian Nations,ASEAN,Asean
Asia-Pacific Economic Cooperation,APEC
Asian Development Bank,ADB
South Asian Association for Regional Cooperation,SAARC
Shanghai Cooperation Organization,SCO,Shanghai Cooperation Organisation
Collective Security Treaty Organization,CSTO,Collective Security Treaty Organisation
Commonwealth of Independent States,CIS
Eurasian Economic Union
Organization of Turkic States
Organization of American States,OAS
CARICOM,Caricom,Caribbean Community
Mercosur
Inter-American Development Bank
CELAC
Commonwealth,Commonwealth of Nations
Pacific Islands Forum
Non-Aligned Movement
Group of Seven,G7,G-7
Group of 20,G20,G-20
Group of 77,G77
BRICS,Brics
Quad
AUKUS,Aukus
Organisation for the Prohibition of Chemical Weapons,OPCW,Organization for the Prohibition of Chemical Weapons
Comprehensive Nuclear-Test-Ban Treaty Organization,CTBTO
Intergovernmental Panel on Climate Change,IPCC
International Seabed Authority
Sovereign Order of Malta
`

export const internationalBodies: readonly (readonly string[])[] = internationalRows
  .split('\n')
  .filter(Boolean)
  .map((row) => row.split(','))

/** Cities that stand for a body rather than for the state in which they lie. */
export const internationalSeats: ReadonlyMap<string, string> = new Map([
  ['Brussels', 'European Union'],
  ['Turtle Bay', 'United Nations'],
])
