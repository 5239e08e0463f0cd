/** States of Asia; `states.ts` says what stands in a row. */
export const statesOfAsia = `
Afghanistan|Afghan|Kabul
Armenia|Armenian|Yerevan
Azerbaijan|Azerbaijani,Azeri|Baku
Bahrain|Bahraini|Manama
Bangladesh|Bangladeshi|Dhaka
Bhutan|Bhutanese|Thimphu
Brunei,Brunei Darussalam|Bruneian|Bandar Seri Begawan
Cambodia|Cambodian|Phnom Penh
China,People's Republic of China,PRC|Chinese|Beijing,Peking,Zhongnanhai
Georgia|Georgian|Tbilisi
India|Indian|New Delhi,Delhi,South Block,Raisina Hill
Indonesia|Indonesian|Jakarta
Iran,Islamic Republic of Iran,Islamic Republic|Iranian|Tehran,Teheran
Iraq|Iraqi|Baghdad
Israel|Israeli|Tel Aviv,Jerusalem
Japan|Japanese|Tokyo,Kantei,Kasumigaseki
Jordan|Jordanian|Amman
Kazakhstan|Kazakh,Kazakhstani|Astana,Akorda
Kuwait|Kuwaiti|Kuwait City
Kyrgyzstan,Kyrgyz Republic|Kyrgyz,Kyrgyzstani|Bishkek
Laos|Lao,Laotian|Vientiane
Lebanon|Lebanese|Beirut
Malaysia|Malaysian|Kuala Lumpur,Putrajaya
Maldives,The Maldives|Maldivian|
Mongolia|Mongolian|Ulaanbaatar,Ulan Bator
Myanmar,Burma|Burmese,Myanmarese|Naypyidaw,Naypyitaw
Nepal|Nepali,Nepalese|Kathmandu
North Korea,DPRK,Democratic People's Republic of Korea|North Korean|Pyongyang
Oman|Omani|Muscat
Pakistan|Pakistani|Islamabad,Rawalpindi
Palestine,State of Palestine,Palestinian Authority|Palestinian|Ramallah
Philippines,The Philippines|Philippine,Filipino|Manila,Malacañang,Malacanang
Qatar|Qatari|Doha
Saudi Arabia,KSA|Saudi,Saudi Arabian|Riyadh
Singapore|Singaporean|
South Korea,Republic of Korea|South Korean|Seoul,Blue House,Cheong Wa Dae
Sri Lanka|Sri Lankan|Colombo
Syria|Syrian|Damascus
Taiwan,Republic of China|Taiwanese|Taipei
Tajikistan|Tajik|Dushanbe
Thailand|Thai|Bangkok
Timor-Leste,East Timor|Timorese,East Timorese|Dili
Turkey,Türkiye|Turkish,Turks|Ankara
Turkmenistan|Turkmen|Ashgabat
United Arab Emirates,UAE,U.A.E.,Emirates|Emirati|Abu Dhabi
Uzbekistan|Uzbek|Tashkent
Vietnam,Viet Nam|Vietnamese|Hanoi
Yemen|Yemeni|Sanaa,Sana'a
`
