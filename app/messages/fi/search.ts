export default {
  title: "Haku",
  box: "Hae luonnoksista, luokista, keskusteluista ja lausunnoista",
  placeholder: "Hae",
  submit: "Hae",
  open: "Haku",
  keyHint: "Paina / missä tahansa, niin pääset hakuun.",
  keyOn: "Näppäin / vie hakuun",
  lead: "Haku katsoo kaikkea, minkä saat nähdä omissa pöydissäsi.",
  kinds: {
    drafts: "Luonnokset",
    categories: "Luokat",
    comments: "Keskustelut",
    statements: "Lausunnot",
  },
  count_one: "{{count}} osuma",
  count_other: "{{count}} osumaa",
  more: "Näytetään {{max}} parasta. Lisää sanoja, niin haku tarkentuu.",
  removed: "poistettu",
  archived: "arkistoitu",
  example: "esimerkki",
  teach: {
    title: "Mitä haetaan",
    words:
      "Kirjoita yksi tai useampi sana. Sanan muodolla ei ole väliä: järjestöjen löytää myös sanan järjestö.",
    beginnings: "Sanan alku löytää pidemmätkin sanat: avustus löytää avustukset ja avustuspäätöksen.",
    phrase: 'Lainausmerkeissä sanat ovat peräkkäin: "avoin kohtaamispaikka".',
    either: "Sana or etsii jompaakumpaa: nuoret or perheet.",
    languages: "Suomeksi, ruotsiksi ja englanniksi kirjoitettu löytyy samalla haulla.",
  },
  nothing: {
    title: "Mitään ei löytynyt",
    text: "Kokeile lyhyempää sanaa, sanan alkua tai toista kieltä. Haku katsoo vain pöytiä, joissa istut, eikä lähettämättömiä lausuntoja.",
  },
  noWords: {
    title: "Näillä sanoilla ei voi hakea",
    text: "Kirjoita ainakin yksi sana. Haku ohittaa välimerkit ja pienet sanat.",
  },
};
