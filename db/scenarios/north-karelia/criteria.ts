/**
 * The criteria of the grants as a living text. It puts together what the sources say and nothing else: where they are
 * silent, the text is silent too.
 */

import type { SeededText } from "../seed-text";
import { bold, bullets, heading, law, liveDraft, paragraph, source, table } from "../text-parts";

const SLIDES =
  "Kuntayhteistyöryhmän muistio 8/2022, liite 1: Ehdotus hyvinvointialueen järjestöavustuksista (LUONNOS)";
const STRUCTURES =
  "Kuntayhteistyöryhmän muistio 8/2022, liite 2: Hyvinvointialueen, kuntien ja sidosryhmien yhteistyö (alustava ehdotus)";
const MEMO = "Kuntayhteistyöryhmän muistio 8/2022, kohta 2";
const REPORT =
  "Selvitys hyvinvointialueiden järjestöyhteistyöstä, alkuvuosi 2023: Pohjois-Karjalan hyvinvointialue, järjestöavustukset";
const SURVEY =
  "Kysely Pohjois-Karjalan järjestöille hyvinvointialueen järjestöavustuksista, maaliskuu 2022, PKSotu, 139 vastaajaa";

const ORGANISING_ACT = "Laki sosiaali- ja terveydenhuollon järjestämisestä";
const REGION_ACT = "Laki hyvinvointialueesta";

/** `split` is the address of the draft that is shown inside the text. */
export const criteriaText = (split: string): SeededText => ({
  slug: "jarjestoavustusten-myontamiskriteerit",
  title: {
    fi: "Järjestöavustusten myöntämiskriteerit",
    sv: "Kriterierna för organisationsunderstöd",
    en: "Criteria of the association grants",
  },
  content: [
    paragraph([
      "Tähän on koottu, mitä avustusehdotus, kysely järjestöille ja sittemmin tehdyt päätökset sanovat avustusten periaatteista ja kriteereistä. Ehdotus esiteltiin 20.5.2022 merkinnällä LUONNOS.",
      source(SLIDES),
    ]),
    heading(1, "Johtavat periaatteet"),
    paragraph(["Järjestöt nimesivät kyselyssä kolme johtavaa periaatetta.", source(SURVEY)]),
    bullets([[bold("läpinäkyvyys")], [bold("tasapuolisuus ja yhdenvertaisuus")], [bold("selkeys")]]),
    paragraph(
      "Vastaajista 64 % katsoi, että avustus määrittyisi toiminnan kohteen mukaan. Eniten kannatetut kriteerit olivat uuden kokeilu ja kehittäminen sekä strategisiin tavoitteisiin ja sotepalveluihin kiinnittyvä toiminta.",
    ),
    paragraph(
      "Eniten toivottiin toiminta-avustuksia, kehittämisavustuksia ja kumppanuusavustuksia. Lisäksi toivottiin omarahoituksia hankkeisiin sekä tiloja ja tukea tilojen käyttöön.",
    ),
    heading(1, "Lakiperusteet"),
    bullets([
      [
        law(ORGANISING_ACT, "612/2021", "6 §"),
        ": kunta edistää hyte-työtä tekevien järjestöjen toimintaedellytyksiä ja vaikutusmahdollisuuksia.",
        source(SLIDES),
      ],
      [
        law(ORGANISING_ACT, "612/2021", "7 §"),
        ": hyvinvointialue edistää hyte-työtä tekevien järjestöjen toimintaedellytyksiä ja vaikutusmahdollisuuksia.",
      ],
      [
        law(ORGANISING_ACT, "612/2021", "7 § 4 mom."),
        ": alue neuvottelee vähintään kerran vuodessa kuntien ja muiden hyte-toimijoiden kanssa tavoitteista, toimenpiteistä, yhteistyöstä ja seurannasta; kunnan on osallistuttava.",
        source(STRUCTURES),
      ],
      [
        law(REGION_ACT, "611/2021", "14 §"),
        ": neuvottelu vähintään valtuustokausittain yhteistyöstä, tavoitteista ja työnjaosta.",
      ],
    ]),
    heading(1, "Avustuskorit"),
    paragraph([
      "Kaikki korit ovat hyvinvointialueella, ja niissä noudatetaan toimintaperustaista jaottelua. Taulukko on ehdotuksen mukainen; tyhjästä kohdasta ehdotus ei sano mitään.",
      source(SLIDES),
    ]),
    table([
      ["Kori", "Haku", "Sopiminen", "Raha", "Erilliset kriteerit"],
      ["1. Toiminta-avustukset", "Haku kerran vuodessa", "", "Rahallinen avustus", ""],
      [
        "2. Kumppanuudet",
        "",
        "Neuvotellaan; sopimus; usea vuosi",
        "Rahallinen avustus, johon liittyy muuta rahaa (esim. STEA), tai kumppanuus, johon ei sisälly rahallista avustusta",
        "Hytekertoimet; hyte-painopisteet ja tavoitteet",
      ],
      [
        "3. Hankeavustukset",
        "Jatkuva haku",
        "Neuvotellaan",
        "Rahallinen avustus; omarahoitusosuudet",
        "Hytekertoimet; hyte-painopisteet ja tavoitteet",
      ],
    ]),
    heading(2, "Kuka voi hakea"),
    bullets([
      "Piirit, YTA: kumppanuudet ja hankkeet. Avustettava toiminta on kokonaan Pohjois-Karjalassa ja kirjanpidosta erikseen irrotettavissa.",
      "Paikalliset yhdistykset: toiminta-avustukset ja hankkeet.",
    ]),
    heading(1, "Toimintaperustainen jaottelu"),
    paragraph([
      "Kuntapuoli on esimerkinomainen: kunnat päättävät itse omista kriteereistään ja jakoperusteistaan.",
      source(MEMO),
    ]),
    liveDraft(split),
    heading(1, "Myöntämiskriteerit"),
    paragraph([
      "Hyte-lautakunta hyväksyi hakuohjeen ja tarkentavat kriteerit 13.10.2022. Selvitys kertoo ne lyhyesti:",
      source(REPORT),
    ]),
    bullets([
      "kiinnittyy lakisääteisiin tehtäviin ja strategisiin painopisteisiin",
      "vaikuttavuus ja merkitys alueella",
      "kohderyhmän laajuus tai haavoittuvuus",
      "kumppanuuksissa kehittäminen, hyvät käytänteet tai tiivis yhteistyö",
      "rekisteröity Pohjois-Karjalaan tai avustettava toiminta kokonaan pohjoiskarjalaisille",
    ]),
    heading(2, "Avustettava toiminta"),
    bullets([
      "Eri ikäisten arjen ja toimintakyvyn tukeminen",
      "Kulttuurihyvinvointityö",
      "Mielenterveys-, päihde- ja kriisityö",
      "Turvallisuus ja varautuminen",
      "Sairausryhmiin, sairauksien ehkäisyyn ja vammaisuuteen kiinnittyvä toiminta",
      "Sotaveteraanien ja -invalidien toimintakyvyn tukeminen",
    ]),
    heading(1, "Hakeminen"),
    paragraph([
      "Toiminta-avustusten haku oli 15.12.2022–22.1.2023; kumppanuuksissa on jatkuva haku.",
      source(REPORT),
    ]),
    paragraph(["Ehdotuksen hakukäytännöt:", source(SLIDES)]),
    bullets([
      "Sähköinen haku on ensisijainen, lisäksi paperinen.",
      "Hakuohjeet annetaan erikseen.",
      "Yhdistyksille tuki, neuvonta ja viestintä: sähköisen hakemisen tekninen tuki; valmistelun ja hakemisen ohjaus, neuvonta ja viestintä; koulutukset, infot, yhteiset foorumit.",
    ]),
    heading(1, "Mitä on päätetty"),
    bullets([
      ["31.5.2022 hyte-lautakunta: avustusten luokittelu ja jako kolmeen avustuskoriin.", source(REPORT)],
      "13.10.2022 hyte-lautakunta: hakuohje ja tarkentavat kriteerit.",
    ]),
    paragraph(
      "Ehdotuksen kolmas kori oli hankeavustukset; selvityksen kolmas laji on yhteistyösopimus: alueen lausunto ja puolto rahoitushakuun, ei alueen rahaa.",
    ),
  ],
});
