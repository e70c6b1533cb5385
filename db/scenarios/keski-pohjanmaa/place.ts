/** Keski-Pohjanmaa in the demo: the committee that answered the initiative, with one seat. */
import type { Localized } from "../../../app/domain/languages";
import type { BackgroundSection } from "../../schema/tables";
import type { SeededParty } from "../north-karelia/parties";

const REPORT =
  "Selvitys hyvinvointialueiden järjestöyhteistyöstä, alkuvuosi 2023: Keski-Pohjanmaan hyvinvointialue";

export const REGION = {
  slug: "keski-pohjanmaa",
  name: { fi: "Keski-Pohjanmaa", sv: "Mellersta Österbotten", en: "Central Ostrobothnia" },
} satisfies { slug: string; name: Localized };

export const PARTIES: SeededParty[] = [
  {
    slug: "region",
    kind: "region",
    name: {
      fi: "Keski-Pohjanmaan hyvinvointialue",
      sv: "Mellersta Österbottens välfärdsområde",
      en: "Wellbeing Services County of Central Ostrobothnia",
    },
    genitive: "Keski-Pohjanmaan hyvinvointialueen",
    shortName: "Hyvinvointialue",
    color: 0,
  },
];

export const SEAT = { seat: "kp-sihteeri", name: "Keski-Pohjanmaan sihteeri", party: "region" };

export const TABLE: {
  slug: string;
  kind: string;
  name: Localized;
  purpose: Localized;
  background: BackgroundSection[];
} = {
  slug: "hyvinvointi-ja-tulevaisuuslautakunta",
  kind: "committee",
  name: {
    fi: "Hyvinvointi- ja tulevaisuuslautakunta",
    sv: "Nämnden för välfärd och framtid",
    en: "Committee for wellbeing and the future",
  },
  purpose: {
    fi: "Hyten toteutuminen yhteistyössä; avustusmallin käytänteet ja hakuaikataulu.",
    sv: "Främjandet av välfärd och hälsa i samarbete; understödsmodellens praxis och tidtabell.",
    en: "Hyte carried out in co-operation; practices and timetable of the grant model.",
  },
  background: [
    {
      title: { fi: "Kokoonpano (esimerkki)", sv: "Sammansättning (exempel)", en: "Composition (example)" },
      items: [
        {
          fi: "Lähde ei nimeä lautakunnan jäseniä. Esittelyssä on yksi paikka, sihteeri.",
          sv: "Källan nämner inte nämndens medlemmar. Demon har en plats, sekreteraren.",
          en: "The source names no members of the committee. The demo has one seat, the secretary.",
        },
      ],
    },
    {
      title: { fi: "Muut toimielimet", sv: "Övriga organ", en: "Other bodies" },
      items: [
        {
          fi: "Aluehallitus: avustusperiaatteet ja prosessikaavio, hyväksytty 5.12.2022.",
          sv: "Välfärdsområdesstyrelsen: principer för understöd och processchema, godkända 5.12.2022.",
          en: "Regional board: grant principles and process chart, approved on 5 December 2022.",
        },
        {
          fi: "Alueneuvottelukunta: alueen, kuntien, Keski-Pohjanmaan liiton ja järjestöjen yhteistoiminta; kaksi kolmannen sektorin edustajaa.",
          sv: "Områdesdelegationen: samverkan mellan området, kommunerna, Mellersta Österbottens förbund och organisationerna; två företrädare för tredje sektorn.",
          en: "Area delegation: co-operation of the region, municipalities, the regional council and associations; two representatives of the third sector.",
        },
      ],
      source: REPORT,
    },
    {
      title: { fi: "Järjestöavustukset", sv: "Organisationsunderstöd", en: "Association grants" },
      items: [
        {
          fi: "Toiminta-avustus, kerta-avustus, toiminnallinen yhteistyö ja avustusperusteinen kumppanuussopimus; haku alkuvuonna 2023.",
          sv: "Verksamhetsunderstöd, engångsunderstöd, funktionellt samarbete och partnerskapsavtal på basis av understöd; ansökan i början av 2023.",
          en: "Operating grant, one-off grant, co-operation without money and a grant-based partnership agreement; applications in early 2023.",
        },
      ],
      source: REPORT,
    },
  ],
};
