/** The committee's response to the council initiative, as a living text: what the public response says, in short. */
import type { SeededText } from "../seed-text";
import { bullets, heading, paragraph, source } from "../text-parts";

const RESPONSE = "Vastine valtuustoaloitteeseen, hyvinvointi- ja tulevaisuuslautakunta";
const INITIATIVE = "Valtuustoaloite: Järjestöjen asemasta ja järjestöyhteistyöstä";

export const RESPONSE_TEXT: SeededText = {
  slug: "vastine-valtuustoaloitteeseen",
  title: {
    fi: "Vastine valtuustoaloitteeseen järjestöjen asemasta ja järjestöyhteistyöstä",
    sv: "Svar på fullmäktigemotionen om organisationernas ställning och organisationssamarbetet",
    en: "Response to the council initiative on the position of associations",
  },
  content: [
    paragraph(["Vastineen sisältö tiivistettynä.", source(RESPONSE)]),
    heading(1, "Hyvinvoinnin ja terveyden edistäminen"),
    paragraph("Hyte on sekä kuntien että hyvinvointialueen tehtävä. Hyte-toimijoita ovat:"),
    bullets([
      "hyvinvointialueet",
      "kunnat",
      "kuntayhtymät",
      "maakuntaliitot",
      "sosiaalialan osaamiskeskukset",
      "aluehallintoviranomaiset",
      "elinkeino-, liikenne- ja ympäristökeskukset",
      "työ- ja elinkeinotoimistot",
      "järjestöt",
      "yritykset",
    ]),
    paragraph(
      "Hyte-työ nojaa verkostoihin ja kumppanuuksiin; alue tukee ammattilaisia ja levittää hyviä HYTE-toimintamalleja. HYTE-kerroin: sekä alue että kunnat hyötyvät tehdystä työstä.",
    ),
    paragraph(
      "Ennakoivat palvelut ja palveluketjut ovat yksi alueen strategian neljästä lähtökohdasta. Suomen pienin hyvinvointialue (vastineen oma luonnehdinta): hyte on edellytys itsenäisyydelle.",
    ),
    heading(1, "Hyvinvointikertomus ja -suunnitelma 2020–2024"),
    paragraph(
      "Alueellinen hyvinvointikertomus ja -suunnitelma 2020–2024 on hyväksytty Soiten valtuustossa ja kunnissa; arviointi ja päivitys ovat käynnissä. Suunnitelman painopisteet:",
    ),
    bullets([
      "elintavat ja arjen turvallisuus",
      "mielenterveys- ja päihdeongelmien vähentäminen",
      "lasten ja nuorten erillinen suunnitelma",
    ]),
    paragraph(
      "Lapset, nuoret ja perheet: vähemmän yksinäisyyttä ja kiusaamista, osallisuus kasvuyhteisöissä ja palveluissa, vanhemmuuden tuki.",
    ),
    heading(1, "Järjestöjen asema muutoksessa"),
    paragraph(
      "Sosiaalibarometri 2022: kolmannes kuntien sote-johtajista ja hyte-koordinaattoreista näkee riskin joidenkin ryhmien hyte-työn heikkenemisestä alueiden aloittaessa 2023. Järjestövastaajat odottavat heikennyksiä kuntavastaajia useammin ja epäilevät ei-lakisääteisten toimintojen karsimista.",
    ),
    paragraph("Vastuunjaosta ja käytännön toimista, kuten järjestöavustuksista, on sovittava."),
    heading(1, "Vastaukset vaatimuksiin"),
    paragraph([
      "Vastine ei käy vaatimuksia läpi yksitellen; tähän on poimittu, mitä se niistä sanoo.",
      source(INITIATIVE),
    ]),
    heading(2, "1. Yhteiset periaatteet järjestöjen tukemiselle"),
    paragraph("Periaatteet ovat valmistelussa, ja kuntien kanssa neuvotellaan."),
    heading(2, "2. Vastuutaho ja resurssit"),
    paragraph("Vastuutahoa ei nimetä; resurssit vain käytettävissä olevien rajoissa."),
    heading(2, "3. Säännöllinen vuoropuhelu"),
    paragraph("Alueneuvottelukunta mainitaan valmistelun toimielimenä."),
    heading(1, "Jatko"),
    paragraph(
      "Valtuusto vastaa strategisista hyte-päätöksistä; tavoitteet ovat vuotuisessa toiminta- ja taloussuunnitelmassa. Järjestöavustusten periaatteet ovat valmistelussa; kuntien kanssa neuvotellaan, ja alueneuvottelukunta on tärkeä toimielin. Aloitteen nostot huomioidaan.",
    ),
  ],
};
