/** States of the Pacific; `states.ts` says what stands in a row. */
export const statesOfOceania = `
Australia|Australian|Canberra
Fiji|Fijian|Suva
Kiribati|I-Kiribati|Tarawa
Marshall Islands|Marshallese|Majuro
Micronesia,Federated States of Micronesia|Micronesian|Palikir
Nauru|Nauruan|Yaren
New Zealand,Aotearoa|New Zealander|Wellington,Beehive
Palau|Palauan|Ngerulmud
Papua New Guinea,PNG|Papua New Guinean|Port Moresby
Samoa|Samoan|Apia
Solomon Islands|Solomon Islander|Honiara
Tonga|Tongan|Nuku'alofa
Tuvalu|Tuvaluan|Funafuti
Vanuatu|Ni-Vanuatu,Vanuatuan|Port Vila
`
