/** What the draft rests on: the facts of the slides shown in the meeting of 20.5.2022, and what followed. */
import type { BackgroundSection } from "../../schema/tables";

const SLIDES = "Muistio 8/2022, liite 1: Ehdotus hyvinvointialueen järjestöavustuksista (LUONNOS)";
const MEMO = "Muistio 8/2022, kohta 2";

export const DRAFT_BACKGROUND: BackgroundSection[] = [
  {
    title: { fi: "Lähtökohdat", sv: "Utgångspunkter", en: "Starting points" },
    items: [
      {
        fi: "Siun soten perustamisessa sovittiin sote-järjestöavustusten jäävän kunnille.",
        en: "When Siun sote was founded it was agreed that health and social association grants stay with the municipalities.",
      },
      { fi: "VM:n kysely kunnille 2022.", en: "Ministry of Finance (VM) survey to municipalities, 2022." },
      {
        fi: "Kysely kunnille: mitkä sote-järjestöavustukset kuuluisivat hyvinvointialueelle (eurot ja järjestöjen nimet)",
        en: "Survey to municipalities: which grants should belong to the region (euros and names of associations)",
      },
      { fi: "Kysely järjestöille 2022 (Pk-Sotu)", en: "Survey to associations 2022 (Pk-Sotu)" },
      { fi: "Muiden alueiden malliluonnosten läpikäynti", en: "Review of draft models of other regions" },
    ],
    source: SLIDES,
  },
  {
    title: {
      fi: "Mitä kokouksessa 20.5.2022 todettiin",
      sv: "Vad som konstaterades på mötet 20.5.2022",
      en: "What the meeting of 20 May 2022 stated",
    },
    items: [
      { fi: "Kuntapuoli on esimerkinomainen.", en: "The municipal side is an example only." },
      {
        fi: "Kunnat päättävät itse omista kriteereistään ja jakoperusteistaan.",
        en: "Municipalities decide their own criteria and grounds.",
      },
      {
        fi: "Hyvinvointialueen puolelle lisättiin kuntajohtajien toiveesta sotepalveluihin kiinnittyvä työtoiminnan tukeminen.",
        en: "Support for work activity tied to health and social services was added to what the region would fund, at the municipal managers' wish.",
      },
      {
        fi: "Kuntien puolelle lisättiin osallisuus ja virkistystoiminta (mm. eläkeläisjärjestöt).",
        en: "Participation and recreation was added to the municipal side, with the pensioners' associations named as an example.",
      },
      {
        fi: "Kuntien puolelta poistettiin ikäihmisten toiminta.",
        en: "The point on activities of older people was removed from the municipal side.",
      },
    ],
    source: MEMO,
  },
  {
    title: {
      fi: "Kysely Pohjois-Karjalan järjestöille hyvinvointialueen järjestöavustuksista",
      sv: "Enkät till organisationerna i Norra Karelen om välfärdsområdets organisationsunderstöd",
      en: "Survey of North Karelia's associations on the region's association grants",
    },
    items: [
      { fi: "Maaliskuu 2022, PKSotu, 139 vastaajaa", en: "March 2022, PKSotu, 139 respondents" },
      {
        fi: "64 %: avustus määrittyisi toiminnan kohteen mukaan",
        en: "64%: the grant should be determined by the target of the activity",
      },
      {
        fi: "Eniten kannatetut kriteerit: uuden kokeilu ja kehittäminen; strategisiin tavoitteisiin ja sotepalveluihin kiinnittyvä toiminta",
        en: "Most supported criteria: trying out and developing new things; activity tied to strategic goals and to health and social services",
      },
      {
        fi: "Eniten toivotut avustukset: toiminta-avustukset, kehittämisavustukset, kumppanuusavustukset",
        en: "Most wished grants: operating grants, development grants, partnership grants",
      },
      {
        fi: "Lisäksi toivottiin: omarahoitukset hankkeisiin; tilat ja tuki tilojen käyttöön",
        en: "Also wished for: own-contribution funding for projects; spaces and support for using spaces",
      },
      {
        fi: "Johtavat periaatteet: läpinäkyvyys, tasapuolisuus ja yhdenvertaisuus, selkeys",
        en: "Leading principles: transparency, fairness and equality, clarity",
      },
    ],
    source: SLIDES,
  },
  {
    title: { fi: "Avustuskorit (LUONNOS)", sv: "Understödskorgar (UTKAST)", en: "Grant baskets (DRAFT)" },
    items: [
      {
        fi: "1. Toiminta-avustukset: haku kerran vuodessa",
        en: "1. Operating grants: yearly call",
      },
      {
        fi: "2. Kumppanuudet: neuvotellaan, sopimus, monivuotinen. Rahallinen avustus (liittyy muuta rahaa, esim. STEA) tai kumppanuus, johon ei sisälly rahallista avustusta. Erilliset kriteerit: hytekertoimet, hyte-painopisteet ja tavoitteet",
        en: "2. Partnerships: negotiated, by contract, over several years. A monetary grant (other funding involved, e.g. STEA) or a partnership without one. Criteria of their own: hyte coefficients, hyte priorities and goals",
      },
      {
        fi: "3. Hankeavustukset: jatkuva haku, neuvotellaan, omarahoitusosuudet. Erilliset kriteerit: hytekertoimet, hyte-painopisteet ja tavoitteet",
        en: "3. Project grants: continuous call, negotiated, own-contribution shares. Criteria of their own: hyte coefficients, hyte priorities and goals",
      },
      {
        fi: "Kaikki korit hyvinvointialueella, jaottelu toimintaperustaisen jaottelun mukaan.",
        en: "All baskets are the region's; the split follows the activity-based split.",
      },
    ],
    source: SLIDES,
  },
  {
    title: { fi: "Kuka voi hakea", sv: "Vem kan ansöka", en: "Who may apply" },
    items: [
      {
        fi: "Piirit, YTA: kumppanuudet ja hankkeet. Avustettava toiminta kokonaan Pohjois-Karjalassa ja kirjanpidosta erikseen irrotettavissa.",
        en: "Districts and collaborative-area organisations (YTA): partnerships and projects. The funded activity is entirely in North Karelia and can be separated in the accounts.",
      },
      {
        fi: "Paikalliset yhdistykset: toiminta-avustukset ja hankkeet.",
        en: "Local associations: operating grants and projects.",
      },
    ],
    source: SLIDES,
  },
  {
    title: {
      fi: "Hakukäytännöt (LUONNOS)",
      sv: "Ansökningspraxis (UTKAST)",
      en: "Application practices (DRAFT)",
    },
    items: [
      {
        fi: "Sähköinen haku ensisijainen, lisäksi paperinen",
        en: "Electronic application first, paper in addition",
      },
      { fi: "Hakuohjeet annetaan erikseen", en: "Application instructions given separately" },
      { fi: "Aikataulut", en: "Timetables" },
      {
        fi: "Yhdistyksille tuki, neuvonta ja viestintä: sähköisen hakemisen tekninen tuki; valmistelun ja hakemisen ohjaus, neuvonta ja viestintä; koulutukset, infot, yhteiset foorumit",
        en: "Support, advice and communication for associations: technical support for electronic applying; guidance, advice and communication on preparing and applying; training, information sessions, joint forums",
      },
      {
        fi: "Taustatyö: laskutukset, maksatukset, Dynasty ym.",
        en: "Back office: invoicing, payments, Dynasty case system etc.",
      },
    ],
    source: SLIDES,
  },
  {
    title: { fi: "Miten edetään?", sv: "Hur går vi vidare?", en: "How to proceed?" },
    items: [
      {
        fi: "19.5. klo 10 kuntien valmistelijat: yhteinen kokous; peukut esityksen eteenpäin viemiselle",
        en: "19 May at 10, the municipalities' preparers: joint meeting; thumbs up for taking the proposal forward",
      },
      {
        fi: "20.5. klo 8.00–9.30 järjestöjen kumppanuuspöytä: jaottelun tulkintahaasteet",
        en: "20 May at 8.00–9.30, association partnership table: problems in interpreting the split",
      },
      {
        fi: "20.5. klo 13 kuntayhteistyöryhmä: esittely ja keskustelu",
        en: "20 May at 13, municipal co-operation group: presentation and discussion",
      },
      { fi: "7.6. JANE", en: "7 June, JANE" },
      { fi: "24.5. hyte-lautakunta: esityslista", en: "24 May, hyte committee: agenda published" },
      { fi: "31.5. hyte-lautakunta: kokous", en: "31 May, hyte committee: meeting" },
      { fi: "16.6. hyte-lautakunta: seuraava kokous", en: "16 June, hyte committee: next meeting" },
    ],
    source: SLIDES,
  },
  {
    title: { fi: "Mitä sittemmin päätettiin", sv: "Vad som sedan beslutades", en: "What was decided later" },
    items: [
      {
        fi: "31.5.2022 hyte-lautakunta: avustusten luokittelu ja jako kolmeen avustuskoriin",
        en: "31 May 2022, hyte committee: the classification of grants and their division into three baskets",
      },
      {
        fi: "13.10.2022 hyte-lautakunta: hakuohje ja tarkentavat kriteerit",
        en: "13 October 2022, hyte committee: application instructions and more exact criteria",
      },
    ],
    source: "Pohjois-Karjalan hyvinvointialue, järjestöavustukset",
  },
  {
    title: { fi: "Lakiperusteet", sv: "Rättsliga grunder", en: "Legal bases" },
    items: [
      {
        fi: "Laki sosiaali- ja terveydenhuollon järjestämisestä 612/2021, 6 § (kunta): edistää hyte-työtä tekevien järjestöjen toimintaedellytyksiä ja vaikutusmahdollisuuksia",
        sv: "Lagen om ordnande av social- och hälsovård 612/2021, 6 § (kommunen): främjar verksamhetsförutsättningarna och möjligheterna att påverka för organisationer som främjar välfärd och hälsa",
        en: "Act on Organising Healthcare and Social Welfare 612/2021, s. 6 (municipality): promote the operating conditions and influence of associations doing hyte work",
      },
      {
        fi: "Laki sosiaali- ja terveydenhuollon järjestämisestä 612/2021, 7 § (hyvinvointialue): edistää hyte-työtä tekevien järjestöjen toimintaedellytyksiä ja vaikutusmahdollisuuksia",
        sv: "Lagen om ordnande av social- och hälsovård 612/2021, 7 § (välfärdsområdet): främjar verksamhetsförutsättningarna och möjligheterna att påverka för organisationer som främjar välfärd och hälsa",
        en: "Act on Organising Healthcare and Social Welfare 612/2021, s. 7 (region): promote the operating conditions and influence of associations doing hyte work",
      },
    ],
    source: SLIDES,
  },
];
