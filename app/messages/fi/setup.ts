export default {
  title: "Käyttöönotto",
  lead: "Tee ensimmäinen ylläpitäjä, alue, osapuolet ja pöytä. Tämä sivu on käytössä vain kerran.",
  code: "Käyttöönottokoodi",
  codeHint: "Palvelin tulosti koodin käynnistyessään.",
  administrator: "1. Ylläpitäjä",
  administratorLead:
    "Ylläpitäjä voi tehdä pöytiä ja hallita niitä. Hänestä tulee myös ensimmäisen pöydän sihteeri.",
  region: "2. Alue ja osapuolet",
  regionName: "Alueen nimi",
  regionHint: "Esimerkiksi: Pohjois-Karjala",
  parties: "Osapuolet, yksi riville",
  partiesHint:
    "Muoto: nimi; laji; genetiivi. Laji ja genetiivi voivat puuttua, jolloin laji on kunta. Lajit: {{kinds}}.",
  table: "3. Ensimmäinen pöytä",
  tableName: "Pöydän nimi",
  tableHint: "Esimerkiksi: Kumppanuuspöytä",
  submit: "Ota käyttöön",
  errors: {
    wrongCode: "Koodi on väärä. Katso koodi palvelimen tulosteesta.",
    regionNeeded: "Kirjoita alueen nimi, enintään {{max}} merkkiä.",
    partiesNeeded: "Kirjoita ainakin yksi osapuoli, enintään {{max}}.",
    partyLine: "Tätä riviä ei voitu lukea: {{line}}",
  },
};
