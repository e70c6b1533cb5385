/**
 * The council initiative of Keski-Pohjanmaa: its three demands, what the response says to each, and its road. The
 * states are a reading: the response does not go through the demands one by one.
 */
import type { SeededInitiative } from "../seed-initiative";

const INITIATIVE = "Valtuustoaloite";
const RESPONSE = "Vastine valtuustoaloitteeseen";
const REPORT = "Selvitys hyvinvointialueiden järjestöyhteistyöstä, alkuvuosi 2023: Keski-Pohjanmaa";
const COMMITTEE = {
  fi: "Hyvinvointi- ja tulevaisuuslautakunta",
  sv: "Nämnden för välfärd och framtid",
  en: "Committee for wellbeing and the future",
};
const BOARD = { fi: "Aluehallitus", sv: "Välfärdsområdesstyrelsen", en: "Regional board" };
const COUNCIL = { fi: "Aluevaltuusto", sv: "Välfärdsområdesfullmäktige", en: "Regional council" };

/** The decision sends the matter on; what happened there the source does not tell. */
const SENT = {
  fi: "Lautakunnan päätöksellä. Lähde ei kerro, miten asia käsiteltiin.",
  sv: "Genom nämndens beslut. Källan berättar inte hur ärendet behandlades.",
  en: "By the committee's decision. The source does not tell how it was handled.",
};

export const INITIATIVE_OF_2022: SeededInitiative = {
  slug: "valtuustoaloite-jarjestoyhteistyo",
  kind: "initiative",
  title: {
    fi: "Valtuustoaloite Keski-Pohjanmaan hyvinvointialue: Järjestöjen asemasta ja järjestöyhteistyöstä",
    sv: "Fullmäktigemotion, Mellersta Österbottens välfärdsområde: Om organisationernas ställning och organisationssamarbetet",
    en: "Council initiative, Wellbeing Services County of Central Ostrobothnia: on the position of associations and association co-operation",
  },
  signatories: [{ name: "Kristiina Teerikangas", title: "SDP:n aluevaltuustoryhmä" }],
  submittedOn: null,
  targetYear: 2022,
  text: {
    fi: "Vaatimukset toteutetaan vuoden 2022 aikana.",
    sv: "Kraven ska genomföras under 2022.",
    en: "The demands are to be met during 2022.",
  },
  grounds: [
    {
      fi: "Järjestöt edistävät asukkaiden hyvinvointia, terveyttä ja turvallisuutta ja tukevat arjessa; tuki voi olla osa palveluketjua.",
      en: "Associations promote wellbeing, health and safety and support everyday life; the support may be part of a service chain.",
    },
    {
      fi: "Järjestöjen tukeminen on jatkossa sekä hyvinvointialueiden että kuntien vastuulla.",
      en: "Supporting associations is in future the duty of both regions and municipalities.",
    },
    {
      fi: "Toimintatavat sovittava kuntien kanssa, jottei muutosvaihe vaaranna järjestöjen toimintaa.",
      en: "Ways of working must be agreed with municipalities so that the change does not endanger the associations.",
    },
    {
      fi: "Käytännön keinot: tilat järjestöille, avustusten takaaminen, vastuista sopiminen.",
      en: "Practical means: spaces for associations, guaranteed grants, agreed responsibilities.",
    },
    {
      fi: "Tarvitaan säännöllinen vuoropuhelu ja yhteistyörakenne.",
      en: "Regular dialogue and a co-operation structure are needed.",
    },
    {
      fi: "Järjestämislaki: alueen edistettävä hyvinvointia ja terveyttä sekä järjestöjen toimintaedellytyksiä ja vaikutusmahdollisuuksia.",
      en: "The organising act: the region promotes wellbeing and health and the operating conditions and influence of associations.",
    },
  ],
  summary: {
    fi: "Valtuustoaloitteessa vaadittiin kolmea asiaa järjestöjen tueksi. Lautakunta antoi vastineen ja lähetti sen aluehallitukselle ja aluevaltuustolle.",
    sv: "I fullmäktigemotionen krävdes tre saker till stöd för organisationerna. Nämnden gav ett svar och sände det till välfärdsområdesstyrelsen och välfärdsområdesfullmäktige.",
    en: "The council initiative demanded three things in support of associations. The committee gave its response and sent it to the regional board and council.",
  },
  source: INITIATIVE,
  note: {
    fi: "Tilat ovat oma tulkinta: vastine ei käy vaatimuksia läpi yksitellen.",
    sv: "Lägena är en egen tolkning: svaret går inte igenom kraven ett för ett.",
    en: "The states are our reading: the response does not go through the demands one by one.",
  },
  responseBody: COMMITTEE,
  preparedBy: [
    { name: "Jussi Salminen", title: "osallisuus- ja asiakkuuspäällikkö" },
    { name: "Eija Kellokoski-Kari", title: "muutosjohtaja" },
    { name: "Henri Nevalainen", title: "kehittämissuunnittelija" },
  ],
  presentedBy: [
    { name: "Henri Nevalainen", title: "kehittämissuunnittelija" },
    { name: "Eija Kellokoski-Kari", title: "muutosjohtaja" },
  ],
  demands: [
    {
      slug: "shared-principles",
      text: {
        fi: "Alue, kunnat ja järjestöt luovat ja sopivat yhdessä periaatteet järjestöjen tukemiselle; toimintaedellytykset turvataan jatkossakin.",
        en: "Region, municipalities and associations create and agree principles for supporting associations, securing their operating conditions also in future.",
      },
      measure: { fi: "yhdessä sovitut kirjalliset periaatteet", en: "jointly agreed written principles" },
      actors: ["region", "municipality", "association"],
      source: "",
      answer: {
        state: "inPreparation",
        text: {
          fi: "Periaatteet valmistelussa, neuvottelut kuntien kanssa.",
          en: "Principles in preparation, negotiations with municipalities.",
        },
        note: "Tulkinta: valmistelussa.",
      },
    },
    {
      slug: "responsible-party-and-resources",
      text: {
        fi: "Nimetään vastuutaho järjestöjen tukemiselle hyvinvointialueella ja varataan resurssit.",
        en: "Name the party responsible for supporting associations in the region and set resources aside.",
      },
      measure: { fi: "nimetty vastuutaho ja varattu määräraha", en: "named party and reserved funds" },
      actors: ["region"],
      source: "",
      answer: {
        state: "notBegun",
        text: {
          fi: "Vastuutahoa ei nimetä; resurssit vain käytettävissä olevien rajoissa.",
          en: "No responsible party named; resources only within what is available.",
        },
        note: "Tulkinta: vastine ei vastaa vaatimukseen suoraan.",
      },
    },
    {
      slug: "regular-dialogue",
      text: {
        fi: "Luodaan järjestöjen ja alueen säännöllinen ja jatkuva vuoropuhelu, jotta järjestöt ovat mukana kehittämässä ja asukkaiden tukena.",
        en: "Set up regular and continuous dialogue between associations and the region, so that associations take part in development and support residents.",
      },
      measure: {
        fi: "säännölliset tapaamiset ja yhteistyörakenne",
        en: "regular meetings and a co-operation structure",
      },
      actors: ["region", "association"],
      source: "",
      answer: {
        state: "inPreparation",
        text: {
          fi: "Alueneuvottelukunta mainitaan valmistelun toimielimenä.",
          en: "The area delegation is named as a body in the preparation.",
        },
        note: "Tulkinta: vastine vastaa vaatimukseen osittain.",
      },
    },
  ],
  steps: [
    { kind: "submitted", body: COUNCIL, source: INITIATIVE },
    { kind: "prepared", body: COMMITTEE, source: RESPONSE },
    {
      kind: "presented",
      body: COMMITTEE,
      note: { fi: "Merk. tied.", sv: "Antecknades för kännedom.", en: "Noted for information." },
      source: RESPONSE,
    },
    {
      kind: "decided",
      body: COMMITTEE,
      proposal: {
        fi: "Lautakunta antaa aloitteeseen liitteenä olevan vastineen ja lähettää sen aluehallitukselle ja -valtuustolle.",
        sv: "Nämnden ger det bifogade svaret på motionen och sänder det till välfärdsområdesstyrelsen och välfärdsområdesfullmäktige.",
        en: "The committee gives the attached response to the initiative and sends it on to the regional board and council.",
      },
      decision: {
        fi: "Esitys hyväksyttiin yksimielisesti.",
        sv: "Förslaget godkändes enhälligt.",
        en: "The proposal was approved unanimously.",
      },
      result: "approved",
      unanimous: true,
      source: RESPONSE,
    },
    { kind: "sent", body: BOARD, note: SENT, source: RESPONSE },
    { kind: "sent", body: COUNCIL, note: SENT, source: RESPONSE },
    {
      kind: "outcome",
      body: BOARD,
      happenedOn: "2022-12-05",
      note: {
        fi: "Järjestöavustusten periaatteet ja avustamisen prosessikaavio hyväksytty; hyvinvointi- ja tulevaisuuslautakunta päättää käytänteistä ja hakuaikataulusta.",
        sv: "Principerna för organisationsunderstöd och processchemat godkändes; nämnden för välfärd och framtid beslutar om praxis och ansökningstidtabell.",
        en: "Principles of association grants and process chart approved; the committee for wellbeing and the future decides on practices and the application timetable.",
      },
      source: REPORT,
    },
  ],
};
