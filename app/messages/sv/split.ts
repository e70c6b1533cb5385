export default {
  into: {
    municipality: "på kommunens sida",
    both: "på bådas sida",
    region: "på välfärdsområdets sida",
  },
  to: {
    municipality: "till kommunens sida",
    both: "till bådas sida",
    region: "till välfärdsområdets sida",
  },
  from: {
    municipality: "från kommunens sida",
    both: "från bådas sida",
    region: "från välfärdsområdets sida",
  },
  on: {
    municipality: "på kommunens sida",
    both: "på bådas sida",
    region: "på välfärdsområdets sida",
  },
  sentence: {
    added: "Kategorin ”{{label}}” lades till {{into}}{{wish}}.",
    removed: "Kategorin ”{{label}}” togs bort {{from}}{{wish}}.",
    broughtBack: "Kategorin ”{{label}}” återställdes {{into}}{{wish}}.",
    moved: "Kategorin ”{{label}}” flyttades {{from}} {{to}}{{wish}}.",
    renamed: {
      fi: "Kategorins finska namn ändrades: ”{{before}}” → ”{{after}}”{{wish}}.",
      sv: "Kategorin ”{{label}}” fick ett nytt svenskt namn: ”{{before}}” → ”{{after}}”{{wish}}.",
      en: "Kategorin ”{{label}}” fick ett nytt engelskt namn: ”{{before}}” → ”{{after}}”{{wish}}.",
    },
    translated: {
      sv: "Kategorin ”{{label}}” fick det svenska namnet ”{{after}}”{{wish}}.",
      en: "Kategorin ”{{label}}” fick det engelska namnet ”{{after}}”{{wish}}.",
    },
    questionRaised: "En öppen fråga ställdes om kategorin ”{{label}}”{{wish}}.",
    questionRaisedText: "En öppen fråga ställdes om kategorin ”{{label}}”: ”{{after}}”{{wish}}.",
    questionChanged:
      "Den öppna frågan om kategorin ”{{label}}” ändrades: ”{{before}}” → ”{{after}}”{{wish}}.",
    questionSettled: "Den öppna frågan om kategorin ”{{label}}” avgjordes{{wish}}.",
    proposedForRemoval: "Kategorin ”{{label}}” föreslogs att tas bort {{from}}{{wish}}.",
    noLongerProposedForRemoval: "Förslaget att ta bort kategorin ”{{label}}” {{from}} återtogs{{wish}}.",
    rationaleChanged: {
      fi: "Den finska motiveringen för kategorin ”{{label}}” ändrades{{wish}}.",
      sv: "Den svenska motiveringen för kategorin ”{{label}}” ändrades{{wish}}.",
      en: "Den engelska motiveringen för kategorin ”{{label}}” ändrades{{wish}}.",
    },
    legalBasisChanged:
      "Den rättsliga grunden för kategorin ”{{label}}” ändrades: ”{{before}}” → ”{{after}}”{{wish}}.",
    reordered: "Kategorin ”{{label}}” bytte plats {{on}}{{wish}}.",
  },
  wish: " (på önskan av: {{wish}})",
  none: "inte angiven",
  unnamed: "kategori utan namn",
};
