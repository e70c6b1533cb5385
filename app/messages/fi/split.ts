export default {
  into: {
    municipality: "kunnan puolelle",
    both: "molempien puolelle",
    region: "hyvinvointialueen puolelle",
  },
  to: {
    municipality: "kunnan puolelle",
    both: "molempien puolelle",
    region: "hyvinvointialueen puolelle",
  },
  from: {
    municipality: "kunnan puolelta",
    both: "molempien puolelta",
    region: "hyvinvointialueen puolelta",
  },
  on: {
    municipality: "kunnan puolella",
    both: "molempien puolella",
    region: "hyvinvointialueen puolella",
  },
  sentence: {
    added: "Lisättiin {{into}} luokka ”{{label}}”{{wish}}.",
    removed: "Poistettiin {{from}} luokka ”{{label}}”{{wish}}.",
    broughtBack: "Palautettiin {{into}} luokka ”{{label}}”{{wish}}.",
    moved: "Siirrettiin {{from}} {{to}} luokka ”{{label}}”{{wish}}.",
    renamed: {
      fi: "Luokan nimi muutettiin: ”{{before}}” → ”{{after}}”{{wish}}.",
      sv: "Luokan ”{{label}}” ruotsinkielinen nimi muutettiin: ”{{before}}” → ”{{after}}”{{wish}}.",
      en: "Luokan ”{{label}}” englanninkielinen nimi muutettiin: ”{{before}}” → ”{{after}}”{{wish}}.",
    },
    translated: {
      sv: "Luokalle ”{{label}}” lisättiin ruotsinkielinen nimi ”{{after}}”{{wish}}.",
      en: "Luokalle ”{{label}}” lisättiin englanninkielinen nimi ”{{after}}”{{wish}}.",
    },
    questionRaised: "Nostettiin avoin kysymys luokkaan ”{{label}}”{{wish}}.",
    questionRaisedText: "Nostettiin avoin kysymys luokkaan ”{{label}}”: ”{{after}}”{{wish}}.",
    questionChanged: "Luokan ”{{label}}” avoin kysymys muutettiin: ”{{before}}” → ”{{after}}”{{wish}}.",
    questionSettled: "Ratkaistiin avoin kysymys luokasta ”{{label}}”{{wish}}.",
    proposedForRemoval: "Ehdotettiin poistettavaksi {{from}} luokka ”{{label}}”{{wish}}.",
    noLongerProposedForRemoval: "Peruttiin ehdotus poistaa {{from}} luokka ”{{label}}”{{wish}}.",
    rationaleChanged: {
      fi: "Luokan ”{{label}}” perustelua muutettiin{{wish}}.",
      sv: "Luokan ”{{label}}” ruotsinkielistä perustelua muutettiin{{wish}}.",
      en: "Luokan ”{{label}}” englanninkielistä perustelua muutettiin{{wish}}.",
    },
    legalBasisChanged: "Luokan ”{{label}}” säädösperusta muutettiin: ”{{before}}” → ”{{after}}”{{wish}}.",
    reordered: "Luokan ”{{label}}” paikka vaihtui {{on}}{{wish}}.",
  },
  wish: " (toiveesta: {{wish}})",
  none: "ei merkitty",
  unnamed: "nimetön luokka",
};
