/** Attachment 2 of the meeting of 20.5.2022 as a text: the structure of co-operation, as the slides propose it. */
import type { SeededText } from "../../seed-text";
import { bullets, heading, law, paragraph, source, table } from "../../text-parts";

const SLIDES =
  "Kuntayhteistyöryhmän muistio 8/2022, liite 2: Hyvinvointialueen, kuntien ja sidosryhmien yhteistyö (alustava ehdotus)";
const ORGANISING_ACT = "Laki sosiaali- ja terveydenhuollon järjestämisestä";
const REGION_ACT = "Laki hyvinvointialueesta";

export const COOPERATION: SeededText = {
  slug: "hyvinvointialueen-kuntien-ja-sidosryhmien-yhteistyo",
  title: {
    fi: "Hyvinvointialueen, kuntien ja sidosryhmien yhteistyö",
    sv: "Samarbetet mellan välfärdsområdet, kommunerna och intressentgrupperna",
    en: "Co-operation of the region, municipalities and stakeholders",
  },
  content: [
    paragraph([
      "Alustava ehdotus, koottu kokouksessa 20.5.2022 esitetyistä dioista. Diat ovat lähteessä kahdesti hieman eri sanoin.",
      source(SLIDES),
    ]),
    heading(1, "Tasot"),
    table([
      ["Taso", "Kertaa vuodessa", "Ketkä"],
      [
        "Strateginen taso",
        "1–2",
        "kunnan johto ja poliittinen johto, hyvinvointialueen johto ja poliittinen johto",
      ],
      [
        "Hyten operatiivinen taso",
        "vähintään 2–3",
        "kunnan sisäinen ”hyte-ryhmä” ja hyvinvointialueen ”kuntayhteistyöryhmä”",
      ],
      ["Alueellinen hv-koordinaattoriverkosto", "6–8", "hyvinvointikoordinaattorit"],
      [
        "Muut verkostot ja sidosryhmät",
        "",
        "mm. JANE, perhekeskusverkosto, elintapaohjauksen verkosto, vaikuttamistoimielimet",
      ],
      ["Hyte-foorumit", "", "kunnat, julkiset toimijat, yksityiset yritykset, yleishyödylliset yhteisöt"],
    ]),
    heading(2, "Strateginen taso"),
    bullets([
      "edellisen vuoden arviointi alkuvuonna",
      "tulevan vuoden suunnitelma syyskuussa (tai kaikki kerralla)",
      "tilannekuva ja seurantaindikaattorit mukana oleville kunnille",
      "konsensus hyvinvoinnin ja terveyden edistämisestä",
      "panostukset osana tilinpäätöstä ja talousarviota",
    ]),
    heading(2, "Hyten operatiivinen taso"),
    bullets([
      "lain edellyttämät vastinparit",
      "kannustetaan kuntakohtaisiin hyvinvointiryhmiin",
      "kunnan ja alueen yhteinen tilannekuva",
      "näytöt, käytänteet, mallit, toimenpiteet ja pilotit",
      "hyte-vuosikellot samaan aikaan (talousarvio ja tilinpäätös)",
    ]),
    heading(2, "Alueellinen hv-koordinaattoriverkosto"),
    bullets([
      "alueen ja kuntien tiedontuotanto pohjana",
      "tilannekuvien ja toimenpiteiden yhteensovitus",
      "yhteinen alueellinen hyvinvointisuunnitelma",
    ]),
    heading(1, "Lakiperusteet"),
    bullets([
      [
        law(REGION_ACT, "611/2021", "14 §"),
        ": neuvottelu vähintään valtuustokausittain yhteistyöstä, tavoitteista ja työnjaosta.",
      ],
      [law(ORGANISING_ACT, "612/2021", "6 §"), ": kunta nimeää hyte-vastuutahon ja tekee hyte-yhteistyötä."],
      [law(ORGANISING_ACT, "612/2021", "7 §"), ": hyvinvointialue nimeää hyte-vastuutahon."],
      [
        law(ORGANISING_ACT, "612/2021", "7 § 4 mom."),
        ": alue neuvottelee vähintään kerran vuodessa kuntien ja muiden hyte-toimijoiden kanssa; kunnan on osallistuttava.",
      ],
    ]),
  ],
};
