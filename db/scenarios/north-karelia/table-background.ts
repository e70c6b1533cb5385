/** The two tables' own facts: tasks, working groups, coming meetings, the structure of co-operation. */
import type { Localized } from "../../../app/domain/languages";
import type { BackgroundSection } from "../../schema/tables";
import type { SeededTable } from "./seats";

const MEMO = "Hyvinvointialueen valmistelun kuntayhteistyöryhmän muistio 8/2022";
const SLIDES_GRANTS = `${MEMO}, liite 1`;
const SLIDES_COOPERATION = `${MEMO}, liite 2: Hyvinvointialueen, kuntien ja sidosryhmien yhteistyö (alustava ehdotus)`;

export interface SeededTableFacts {
  kind: string;
  name: Localized;
  purpose: Localized;
  background: BackgroundSection[];
}

export const TABLES: Record<SeededTable, SeededTableFacts> = {
  kumppanuuspoyta: {
    kind: "partnershipTable",
    name: {
      fi: "Järjestöjen kumppanuuspöytä",
      sv: "Organisationernas partnerskapsbord",
      en: "Association partnership table",
    },
    purpose: {
      fi: "Kunnat, hyvinvointialue ja järjestöt sopivat, kuka avustaa mitäkin järjestöjen toimintaa.",
      sv: "Kommunerna, välfärdsområdet och organisationerna kommer överens om vem som understöder vilken verksamhet.",
      en: "Municipalities, the wellbeing services county and associations agree who funds which associations' work.",
    },
    background: [
      {
        title: { fi: "Kokous 20.5.2022", sv: "Möte 20.5.2022", en: "Meeting of 20 May 2022" },
        items: [
          {
            fi: "Klo 8.00–9.30, aiheena jaottelun tulkintahaasteet.",
            en: "8.00–9.30, on the problems in interpreting the split.",
          },
        ],
        source: `${SLIDES_GRANTS}, Miten edetään?`,
      },
      {
        title: { fi: "Kokoonpano (esimerkki)", sv: "Sammansättning (exempel)", en: "Composition (example)" },
        items: [
          {
            fi: "Lähde ei nimeä kumppanuuspöydän jäseniä. Esittelyn 15 osapuolta ja paikat ovat esimerkki.",
            sv: "Källan nämner inte partnerskapsbordets medlemmar. Demons 15 parter och platser är ett exempel.",
            en: "The source names no members of the partnership table. The 15 parties and seats of the demo are an example.",
          },
        ],
      },
      {
        title: {
          fi: "Kumppanuusryhmän alatyöryhmä: järjestöjen toimintaedellytykset ja järjestöavustukset",
          sv: "Partnerskapsgruppens undergrupp: organisationernas verksamhetsförutsättningar och understöd",
          en: "Sub-group of the partnership group: operating conditions of associations and association grants",
        },
        items: [
          "Tero Kuittinen, Pelastuslaitos (puheenjohtaja)",
          "Ringa Nenonen, P-K Martat ry",
          "Heini Lehikoinen, Joensuu",
          "Sari Pottonen, Siun sote",
          "Mervi Kuiri, Nurmeskotiyhdistys ry",
          "Elina Pajula, P-K Sosiaaliturvayhdistys ry",
          "Mari Nupponen, P-K maakuntaliitto",
          "Karri Poutanen, Siun sote",
          "Jukka Orenius, Outokummun kaupunki",
          "Maarita Mannelin, Pohjois-Karjalan hyvinvointialue",
        ].map((fi) => ({ fi })),
        source: SLIDES_GRANTS,
      },
      {
        title: { fi: "Muut toimielimet", sv: "Övriga organ", en: "Other bodies" },
        items: [
          {
            fi: "Hyte-lautakunta: käsittelee avustuskorit ja jaottelun 31.5.; pyytää kunnilta lausunnon yhteistyörakenteista.",
            en: "Hyte committee: handles the grant baskets and the split on 31 May; asks the municipalities for a statement on the co-operation structures.",
          },
          {
            fi: "JANE: käsittelyvuoro 7.6.; lisäksi yksi muista verkostoista.",
            en: "JANE: its turn on 7 June; also one of the other networks.",
          },
          {
            fi: "Kumppanuusryhmä: alatyöryhmän emoryhmä; lähde ei kuvaa kokoonpanoa.",
            en: "Partnership group: the sub-group's parent; the source does not describe its members.",
          },
          {
            fi: "Osallisuusvaliokunta: ensimmäinen kokous ma 23.5. klo 8.30.",
            en: "Participation committee: first meeting on Monday 23 May at 8.30.",
          },
        ],
        source: `${MEMO} ja liitteet 1 ja 2`,
      },
    ],
  },
  kuntayhteistyoryhma: {
    kind: "municipalCooperationGroup",
    name: {
      fi: "Kuntayhteistyöryhmä",
      sv: "Kommunsamarbetsgruppen",
      en: "Municipal co-operation group",
    },
    purpose: {
      fi: "Pohjois-Karjalan hyvinvointialueen valmistelun kuntayhteistyöryhmä.",
      sv: "Kommunsamarbetsgruppen för beredningen av Norra Karelens välfärdsområde.",
      en: "Municipal co-operation group for preparing the Wellbeing Services County of North Karelia.",
    },
    background: [
      {
        title: { fi: "Tehtävät", sv: "Uppgifter", en: "Tasks" },
        items: [
          {
            fi: "seurata ja tukea sote- ja pelastustoimen uudistuksen valmistelua",
            en: "follow and support the preparation of the health, social and rescue services reform",
          },
          {
            fi: "viedä oman organisaation näkemykset valmisteluun ja viestiä omaan organisaatioon",
            en: "carry the views of the members' own organisations into the preparation and report back",
          },
          {
            fi: "osallistua yhdyspintojen ja toimintaratkaisujen määrittelyyn",
            en: "take part in defining interfaces and operating solutions",
          },
        ],
        source: `${MEMO}, kohta 4`,
      },
      {
        title: {
          fi: "Asettaminen ja jatko",
          sv: "Tillsättande och fortsättning",
          en: "Establishment and continuation",
        },
        items: [
          {
            fi: "Asettaja: väliaikainen valmistelutoimielin.",
            sv: "Tillsatt av det temporära beredningsorganet.",
            en: "Established by the temporary preparatory body.",
          },
          {
            fi: "Väliaikaisvaihe päättyi maaliskuussa 2022; ryhmä jatkoi kevään 2022 ja samalla kokoonpanolla vuoden 2022 loppuun.",
            en: "The temporary phase ended in March 2022; the group went on through spring 2022 and, with the same members, to the end of 2022.",
          },
        ],
        source: `${MEMO}, kohta 4`,
      },
      {
        title: { fi: "Tulevat kokoukset 2022", sv: "Kommande möten 2022", en: "Coming meetings in 2022" },
        items: [
          {
            fi: "24.8. klo 13–15, läsnäolokokous",
            sv: "24.8 kl. 13–15, närmöte",
            en: "24 August at 13–15, in person",
          },
          { fi: "28.9. klo 13–15", sv: "28.9 kl. 13–15", en: "28 September at 13–15" },
          { fi: "26.10. klo 13–15", sv: "26.10 kl. 13–15", en: "26 October at 13–15" },
          { fi: "30.11. klo 13–15", sv: "30.11 kl. 13–15", en: "30 November at 13–15" },
        ],
        source: `${MEMO}, kohta 4`,
      },
      {
        title: {
          fi: "Yhteistyörakenne (alustava ehdotus)",
          sv: "Samarbetsstruktur (preliminärt förslag)",
          en: "Structure of co-operation (preliminary proposal)",
        },
        items: [
          {
            fi: "Strateginen taso, 1–2 kertaa vuodessa: kunnan johto ja poliittinen johto, hyvinvointialueen johto ja poliittinen johto. Konsensus hyvinvoinnin ja terveyden edistämisestä; panostukset osana tilinpäätöstä ja talousarviota. (611/2021, 14 §)",
            en: "Strategic level, 1–2 times a year: leaders and political leaders of municipalities and the region. Consensus on wellbeing and health promotion; where to invest, as part of accounts and budget. (611/2021, s. 14)",
          },
          {
            fi: "Hyten operatiivinen taso, vähintään 2–3 kertaa vuodessa: kunnan sisäinen ”hyte-ryhmä” ja hyvinvointialueen ”kuntayhteistyöryhmä”. Kunnan ja alueen yhteinen tilannekuva. (612/2021, 6 ja 7 §)",
            en: "Operational hyte level, at least 2–3 times a year: the municipality's hyte group and the region's co-operation group. Shared situation picture. (612/2021, ss. 6 and 7)",
          },
          {
            fi: "Alueellinen hv-koordinaattoriverkosto, 6–8 kertaa vuodessa: hyvinvointikoordinaattorit. Yhteinen alueellinen hyvinvointisuunnitelma.",
            en: "Regional network of wellbeing co-ordinators, 6–8 times a year: joint regional wellbeing plan.",
          },
          {
            fi: "Muut verkostot ja sidosryhmät: mm. JANE, perhekeskusverkosto, elintapaohjauksen verkosto, vaikuttamistoimielimet. Kokemustieto kentältä ja asiakkailta.",
            en: "Other networks and stakeholders: JANE, the family centre network, influence bodies and others. Experience from the field and clients.",
          },
          {
            fi: "Hyte-foorumit: kunnat, julkiset toimijat, yksityiset yritykset, yleishyödylliset yhteisöt. Kuuleminen ja yhteinen työskentely. (612/2021, 7 § 4 mom.)",
            en: "Hyte forums: municipalities, public actors, companies, non-profit bodies. Hearing and joint work. (612/2021, s. 7(4))",
          },
        ],
        source: SLIDES_COOPERATION,
      },
      {
        title: { fi: "Lakiperusteet", sv: "Rättsliga grunder", en: "Legal bases" },
        items: [
          {
            fi: "Laki hyvinvointialueesta 611/2021, 14 §: neuvottelu vähintään valtuustokausittain yhteistyöstä, tavoitteista ja työnjaosta; voidaan sopia rakenteista, toimintamalleista ja tiedonkulusta",
            sv: "Lagen om välfärdsområden 611/2021, 14 §: förhandling minst en gång per fullmäktigeperiod om samarbete, mål och arbetsfördelning",
            en: "Act on Wellbeing Services Counties 611/2021, s. 14: negotiate at least once per council term on co-operation, goals and division of work; structures, operating models and information flow may be agreed",
          },
          {
            fi: "Laki sosiaali- ja terveydenhuollon järjestämisestä 612/2021, 7 § 4 mom.: alue neuvottelee vähintään kerran vuodessa kuntien ja muiden hyte-toimijoiden kanssa; kunnan on osallistuttava",
            sv: "Lagen om ordnande av social- och hälsovård 612/2021, 7 § 4 mom.: välfärdsområdet förhandlar minst en gång om året med kommunerna och andra aktörer; kommunen ska delta",
            en: "Act on Organising Healthcare and Social Welfare 612/2021, s. 7(4): the region negotiates at least once a year with municipalities and other hyte actors; the municipality must take part",
          },
        ],
        source: `${MEMO}, kohta 3, ja liite 2`,
      },
    ],
  },
};
