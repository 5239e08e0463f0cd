/** States of Africa; `states.ts` says what stands in a row. */
export const statesOfAfrica = `
Algeria|Algerian|Algiers,El Mouradia
Angola|Angolan|Luanda
Benin|Beninese,Beninois|Porto-Novo,Cotonou
Botswana|Botswanan,Motswana,Batswana|Gaborone
Burkina Faso|Burkinabe,Burkinabé|Ouagadougou
Burundi|Burundian|Gitega,Bujumbura
Cabo Verde,Cape Verde|Cabo Verdean,Cape Verdean|Praia
Cameroon|Cameroonian|Yaoundé
Central African Republic,CAR|Central African|Bangui
Chad|Chadian|N'Djamena,Ndjamena
Comoros|Comoran,Comorian|Moroni
Democratic Republic of the Congo,Democratic Republic of Congo,DR Congo,Congo,DRC,D.R.C.,D.R. Congo,Congo-Kinshasa|Congolese|Kinshasa
Republic of the Congo,Republic of Congo,Congo-Brazzaville||Brazzaville
Djibouti|Djiboutian|
Egypt,Arab Republic of Egypt|Egyptian|Cairo
Equatorial Guinea|Equatorial Guinean,Equatoguinean|Malabo
Eritrea|Eritrean|Asmara
Eswatini,Swaziland|Swazi,Emaswati|Mbabane
Ethiopia|Ethiopian|Addis Ababa
Gabon|Gabonese|Libreville
Gambia,The Gambia|Gambian|Banjul
Ghana|Ghanaian|Accra,Jubilee House
Guinea,Guinea-Conakry|Guinean|Conakry
Guinea-Bissau,Guinea Bissau|Bissau-Guinean|Bissau
Ivory Coast,Côte d'Ivoire|Ivorian|Abidjan,Yamoussoukro
Kenya|Kenyan|Nairobi
Lesotho|Basotho,Mosotho|Maseru
Liberia|Liberian|Monrovia
Libya|Libyan|Tripoli
Madagascar|Malagasy|Antananarivo
Malawi|Malawian|Lilongwe
Mali|Malian|Bamako
Mauritania|Mauritanian|Nouakchott
Mauritius|Mauritian|Port Louis
Morocco|Moroccan|Rabat
Mozambique|Mozambican|Maputo
Namibia|Namibian|Windhoek
Niger|Nigerien|Niamey
Nigeria|Nigerian|Abuja,Aso Rock
Rwanda|Rwandan|Kigali
São Tomé and Príncipe|São Toméan,Santomean|São Tomé
Senegal|Senegalese|Dakar
Seychelles|Seychellois|
Sierra Leone|Sierra Leonean|Freetown
Somalia|Somali|Mogadishu,Villa Somalia
South Africa|South African|Pretoria,Union Buildings
South Sudan|South Sudanese|Juba
Sudan|Sudanese|Khartoum,Port Sudan
Tanzania|Tanzanian|Dodoma,Dar es Salaam
Togo|Togolese|Lomé
Tunisia|Tunisian|Tunis,Carthage Palace
Uganda|Ugandan|Kampala
Zambia|Zambian|Lusaka
Zimbabwe|Zimbabwean|Harare
`
