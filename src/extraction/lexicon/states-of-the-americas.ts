/** States of the Americas; `states.ts` says what stands in a row. */
export const statesOfTheAmericas = `
Antigua and Barbuda|Antiguan,Barbudan|
Argentina|Argentine,Argentinian|Buenos Aires,Casa Rosada
Bahamas,The Bahamas|Bahamian|Nassau
Barbados|Barbadian,Bajan|Bridgetown
Belize|Belizean|Belmopan
Bolivia|Bolivian|La Paz,Sucre
Brazil|Brazilian|Brasília,Planalto,Itamaraty
Canada|Canadian|Ottawa,Parliament Hill
Chile|Chilean|Santiago,La Moneda
Colombia|Colombian|Bogotá,Casa de Nariño
Costa Rica|Costa Rican|San José
Cuba|Cuban|Havana
Dominica||Roseau
Dominican Republic|Dominican|Santo Domingo
Ecuador|Ecuadorian,Ecuadorean|Quito,Carondelet
El Salvador|Salvadoran,Salvadorian,Salvadorean|San Salvador
Grenada|Grenadian|
Guatemala|Guatemalan|Guatemala City
Guyana|Guyanese|Georgetown
Haiti|Haitian|Port-au-Prince
Honduras|Honduran|Tegucigalpa
Jamaica|Jamaican|Kingston
Mexico|Mexican|Mexico City,Los Pinos
Nicaragua|Nicaraguan|Managua
Panama|Panamanian|Panama City
Paraguay|Paraguayan|Asunción
Peru|Peruvian|Lima
Saint Kitts and Nevis,St Kitts and Nevis,St. Kitts and Nevis|Kittitian,Nevisian|Basseterre
Saint Lucia,St Lucia,St. Lucia|Saint Lucian,St Lucian|Castries
Saint Vincent and the Grenadines,St Vincent and the Grenadines,St. Vincent and the Grenadines|Vincentian|Kingstown
Suriname|Surinamese|Paramaribo
Trinidad and Tobago|Trinidadian,Tobagonian|Port of Spain
United States,United States of America,US,U.S.,USA,U.S.A.,America|American|Washington,Washington D.C.,Washington DC,White House,Oval Office,Foggy Bottom,Capitol Hill
Uruguay|Uruguayan|Montevideo
Venezuela|Venezuelan|Caracas,Miraflores
`
