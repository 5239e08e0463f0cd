/** States of Europe; `states.ts` says what stands in a row. */
export const statesOfEurope = `
Albania|Albanian|Tirana
Andorra|Andorran|Andorra la Vella
Austria|Austrian|Vienna,Ballhausplatz
Belarus|Belarusian,Belarussian|Minsk
Belgium|Belgian|
Bosnia and Herzegovina,Bosnia-Herzegovina,Bosnia|Bosnian|Sarajevo
Bulgaria|Bulgarian|Sofia
Croatia|Croatian,Croat|Zagreb
Cyprus|Cypriot|Nicosia
Czech Republic,Czechia|Czech|Prague
Denmark|Danish,Danes|Copenhagen,Christiansborg
Estonia|Estonian|Tallinn
Finland|Finnish,Finns|Helsinki
France|French,Frenchman,Frenchmen|Paris,Élysée,Élysée Palace,Quai d'Orsay,Matignon
Germany|German|Berlin
Greece|Greek|Athens
Hungary|Hungarian|Budapest
Iceland|Icelandic,Icelander|Reykjavik,Reykjavík
Ireland,Republic of Ireland|Irish,Irishman,Irishmen|Dublin
Italy|Italian|Rome,Palazzo Chigi,Quirinale,Farnesina
Kosovo|Kosovar,Kosovan|Pristina,Prishtina
Latvia|Latvian|Riga
Liechtenstein|Liechtensteiner|Vaduz
Lithuania|Lithuanian|Vilnius
Luxembourg|Luxembourgish,Luxembourger|
Malta|Maltese|Valletta
Moldova|Moldovan|Chisinau,Chișinău
Monaco|Monegasque,Monégasque|
Montenegro|Montenegrin|Podgorica
Netherlands,The Netherlands,Holland|Dutch,Dutchman,Dutchmen|The Hague,Binnenhof,Amsterdam
North Macedonia,Macedonia|Macedonian,North Macedonian|Skopje
Norway|Norwegian|Oslo
Poland|Polish,Poles|Warsaw
Portugal|Portuguese|Lisbon,São Bento
Romania|Romanian|Bucharest,Cotroceni
Russia,Russian Federation|Russian|Moscow,Kremlin,Smolenskaya Square
San Marino|Sammarinese|
Serbia|Serbian,Serb|Belgrade
Slovakia|Slovak,Slovakian|Bratislava
Slovenia|Slovenian,Slovene|Ljubljana
Spain|Spanish,Spaniard|Madrid,Moncloa,Zarzuela
Sweden|Swedish,Swedes|Stockholm,Rosenbad
Switzerland,Swiss Confederation|Swiss|Bern,Berne
Ukraine|Ukrainian|Kyiv,Kiev,Bankova
United Kingdom,UK,U.K.,Britain,Great Britain|British,Briton|London,Downing Street,No 10,No. 10,Number 10,Whitehall,Westminster
Vatican,Vatican City,Holy See||Apostolic Palace
`
