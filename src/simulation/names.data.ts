/** Invented combinations of common given and family names; any likeness to a real person is chance. */
export interface NameList {
  readonly female: readonly string[]
  readonly male: readonly string[]
  readonly family: readonly string[]
}

const words = (text: string) => text.split(' ')

/** Names by the language a person grew up with (ISO 639). */
export const names: Readonly<Record<string, NameList>> = {
  sv: {
    female: words(
      'Anna Eva Maria Karin Kristina Lena Emma Sara Elin Hanna Johanna Frida Ida Linnea Agneta Birgitta Malin Annika Åsa Camilla Ulrika Jenny Lisa Matilda Amanda Alva Ebba Siv Gunilla Pernilla',
    ),
    male: words(
      'Lars Anders Per Karl Johan Erik Nils Mikael Jan Peter Thomas Daniel Fredrik Andreas Stefan Jonas Henrik Magnus Mattias Oskar Viktor Filip Gustav Axel Rolf Kent Bengt Robin Simon Tobias',
    ),
    family: words(
      'Almgren Bergvall Björklind Dahlfors Ekhamre Fagerlid Granlöv Hagestrand Hedbrink Holmsäter Kjellmark Kvarnstad Lindåker Ljungholt Mossberget Norrhamn Palmvik Rosenhage Sandelius Sjövall Skoghem Stenlöv Strandmark Sundhage Tallrot Vasslund Vikforsen Åkerhall Älvhage Öbrink',
    ),
  },
  ar: {
    female: words(
      'Amira Fatima Noor Layla Mariam Rana Hanan Samira Zainab Huda Iman Nadia Reem Salma Wafa Yasmin Dina Khadija Lina Sahar Rasha Amal Suad Maha Nawal',
    ),
    male: words(
      'Ahmad Mohammed Ali Omar Hassan Khaled Yousef Ibrahim Mahmoud Samir Tariq Bilal Faisal Nabil Rami Walid Ziad Anas Firas Hani Jamal Karim Majid Nizar Salim',
    ),
    family: words(
      'Al-Barazi Al-Dahri Al-Hammoud Al-Jazari Al-Khoury Al-Masri Al-Najjar Al-Rahimi Al-Sabbagh Al-Tamimi Barakat Darwish Fakhoury Haddad Issawi Jabbour Kassab Mansour Nasrallah Qasim Rashidi Saleh Shamoun Takla Zaidan',
    ),
  },
  so: {
    female: words(
      'Amina Asha Faduma Hodan Ifrah Khadra Ladan Maryan Nimco Sahra Ubah Xaawo Zahra Deqa Hibo Idil Sagal Ayan',
    ),
    male: words(
      'Abdi Abdirahman Ahmed Bashir Cabdi Farah Guled Hassan Ismail Jama Liban Mahad Mohamud Nur Said Warsame Yusuf Abukar',
    ),
    family: words(
      'Abdullahi Adan Ali Barre Dahir Elmi Farah Gedi Hersi Hussein Jimale Mohamed Muse Nur Osman Roble Samatar Warsame Yusuf',
    ),
  },
  fa: {
    female: words(
      'Azadeh Farzaneh Golnaz Leila Mahsa Maryam Mina Nasrin Parisa Roya Sahar Shirin Soraya Taraneh Zahra Fereshteh',
    ),
    male: words(
      'Ali Amir Arash Behrouz Dariush Farhad Hamid Hossein Kaveh Mehdi Navid Omid Reza Saeed Shahin Babak Masoud',
    ),
    family: words(
      'Ahmadi Azizi Bagheri Ebrahimi Farahani Ghorbani Hosseini Jafari Karimi Kazemi Moradi Nazari Rahimi Rezaei Sadeghi Tehrani Yazdani',
    ),
  },
  prs: {
    female: words('Aziza Fariba Freshta Hosna Khatera Laila Marwa Nargis Nilofar Palwasha Sakina Shukria Zohra'),
    male: words('Abdul Ahmad Farid Habib Jawad Khalid Mirwais Najib Nasir Rahim Sayed Wahid Zabi'),
    family: words(
      'Ahmadzai Amiri Barakzai Ghulami Haidari Hakimi Mohammadi Noori Qaderi Rasuli Sharifi Stanekzai Yusufi',
    ),
  },
  ti: {
    female: words('Abeba Adiam Almaz Eden Feven Genet Helen Hiwet Luwam Mebrat Rahel Selam Semhar Tsega Winta'),
    male: words(
      'Abraham Aman Biniam Daniel Dawit Ermias Filmon Habtom Isaias Kibrom Merhawi Robel Samuel Tesfay Yonas',
    ),
    family: words(
      'Abraha Araya Berhane Fessehaye Gebre Ghebremeskel Habte Kidane Mehari Negash Okbay Tekle Tesfai Weldu Woldu',
    ),
  },
  ku: {
    female: words('Avin Berivan Dilan Evin Gulistan Hevi Jiyan Narin Rojin Sozan Shilan Zilan Rezan'),
    male: words('Azad Baran Dilshad Ferhad Hiwa Jwan Karwan Rebin Rojhat Sherzad Shwan Zana Bahoz'),
    family: words('Abdulrahman Amedi Barzani Demir Hamo Hussein Kader Khalil Mustafa Rasho Sabri Suleiman Zebari'),
  },
  tr: {
    female: words('Ayse Elif Emine Fatma Hatice Meryem Nurcan Sevgi Yasemin Zeynep'),
    male: words('Ahmet Emre Hakan Hasan Kemal Mehmet Murat Mustafa Serkan Yusuf'),
    family: words('Aksoy Arslan Aydin Demirci Kaplan Kilic Korkmaz Ozdemir Sahin Yildiz'),
  },
  th: {
    female: words('Anong Kanya Malee Nittaya Pranee Ratana Siriporn Somjai Sunisa Wanida'),
    male: words('Anan Chai Kittisak Niran Prasit Somchai Surasak Wichai'),
    family: words('Boonmee Chaiyasit Kaewmala Panya Rattanakul Saetang Srisuk Thongdee Wongsa'),
  },
  es: {
    female: words('Ana Carmen Claudia Daniela Isabel Lucia Marta Paola Rosa Valentina'),
    male: words('Alejandro Carlos Diego Javier Jorge Luis Manuel Miguel Pablo Ricardo'),
    family: words('Alvarado Castillo Fuentes Herrera Medina Morales Paredes Quiroga Rivas Salazar'),
  },
  bs: {
    female: words('Alma Amela Azra Dzenana Emina Jasmina Lejla Mirela Sanela Selma Senada'),
    male: words('Adnan Almir Amir Damir Edin Elvir Emir Jasmin Mirza Nedim Senad'),
    family: words('Alic Begic Delic Dizdar Hadzic Hodzic Imamovic Karic Mehmedovic Mujkic Omerovic Selimovic'),
  },
  pl: {
    female: words('Agnieszka Beata Ewa Joanna Katarzyna Magdalena Malgorzata Monika Renata'),
    male: words('Adam Andrzej Grzegorz Jakub Krzysztof Marek Pawel Piotr Tomasz'),
    family: words('Borkowska Gajda Jaworska Kalinowski Lis Mazurek Nowicki Pawlak Sikora Wrona'),
  },
  ro: {
    female: words('Alina Andreea Daniela Elena Gabriela Ioana Mihaela Simona'),
    male: words('Adrian Bogdan Cristian Florin George Ionut Marius Mihai'),
    family: words('Albu Barbu Ciobanu Dinu Enache Lupu Manole Neagu Stoica'),
  },
  uk: {
    female: words('Halyna Iryna Kateryna Nataliia Oksana Olena Svitlana Tetiana Yuliia'),
    male: words('Andrii Bohdan Dmytro Mykola Oleksandr Serhii Taras Volodymyr'),
    family: words('Bondar Danylenko Havrylko Ivashchenko Kravets Lysenko Marchuk Petrenko Savchenko'),
  },
  fi: {
    female: words('Aino Anneli Helena Kaija Marjatta Minna Päivi Ritva Tuula'),
    male: words('Antti Eero Heikki Jari Kari Matti Pekka Timo'),
    family: words('Alatalo Harju Järvelä Kallio Lahtela Mäkipää Niemelä Rantala Savola'),
  },
  no: {
    female: words('Astrid Bente Ingrid Kari Marit Solveig Turid'),
    male: words('Bjørn Geir Kjell Odd Roar Svein Tore'),
    family: words('Aasland Brekkehus Fjeldvik Haugdal Nesbø Solbakk Tveitnes'),
  },
  da: {
    female: words('Birthe Dorthe Hanne Inge Kirsten Mette Susanne'),
    male: words('Flemming Henning Jens Kaj Mogens Niels Ole'),
    family: words('Bækgård Dalby Engholm Friis Kirkeby Lundgård Skovsted'),
  },
  en: {
    female: words('Abigail Blessing Grace Joy Patience Ruth Sarah Vivian'),
    male: words('Daniel Emmanuel Francis John Joseph Kwame Michael Samuel'),
    family: words('Abara Boateng Chukwu Danso Mensah Okafor Owusu Tembo'),
  },
}
