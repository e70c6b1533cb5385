export default {
  refusal: {
    malformed: "Palvelu ei ymmärtänyt muutosta.",
    "too-large": "Muutos on liian suuri yhdellä kertaa tallennettavaksi.",
    "not-joined": "Yhteys luonnokseen katkesi.",
    "read-only": "Sinulla ei ole oikeutta muokata tätä luonnosta.",
    locked: "Luonnos on lukittu.",
    "not-found": "Luonnosta ei löytynyt.",
    "not-allowed": "Oikeutesi tähän luonnokseen on päättynyt.",
    "foreign-client": "Muutos näytti tulevan toiselta henkilöltä.",
    gap: "Muutoksesta puuttui osa.",
    "invalid-content": "Muutoksessa oli sisältöä, jota luonnos ei voi sisältää.",
    "too-fast": "Muutoksia tuli liian nopeasti.",
    unavailable: "Tallennus ei juuri nyt onnistu. Yritämme uudelleen.",
    protocol: "Tämä sivu on vanhentunut. Lataa se uudelleen.",
    restored: "Palvelin palautettiin varmuuskopiosta. Tämän sivun teksti on tallessa tarkistuskopiona.",
    quarantined:
      "Luonnoksen loki on vioittunut. Viimeinen ehjä teksti on luettavissa, mutta sitä ei voi muuttaa.",
  },
};
