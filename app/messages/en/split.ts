export default {
  into: {
    municipality: "to the municipal side",
    both: "to both sides",
    region: "to the county’s side",
  },
  to: {
    municipality: "to the municipal side",
    both: "to both sides",
    region: "to the county’s side",
  },
  from: {
    municipality: "from the municipal side",
    both: "from both sides",
    region: "from the county’s side",
  },
  on: {
    municipality: "on the municipal side",
    both: "on both sides",
    region: "on the county’s side",
  },
  sentence: {
    added: "The category “{{label}}” was added {{into}}{{wish}}.",
    removed: "The category “{{label}}” was removed {{from}}{{wish}}.",
    broughtBack: "The category “{{label}}” was brought back {{into}}{{wish}}.",
    moved: "The category “{{label}}” was moved {{from}} {{to}}{{wish}}.",
    renamed: {
      fi: "A category’s Finnish name was changed: “{{before}}” → “{{after}}”{{wish}}.",
      sv: "The Swedish name of the category “{{label}}” was changed: “{{before}}” → “{{after}}”{{wish}}.",
      en: "The English name of the category “{{label}}” was changed: “{{before}}” → “{{after}}”{{wish}}.",
    },
    translated: {
      sv: "The category “{{label}}” was given the Swedish name “{{after}}”{{wish}}.",
      en: "The category “{{label}}” was given the English name “{{after}}”{{wish}}.",
    },
    questionRaised: "An open question was raised on the category “{{label}}”{{wish}}.",
    questionRaisedText: "An open question was raised on the category “{{label}}”: “{{after}}”{{wish}}.",
    questionChanged:
      "The open question on the category “{{label}}” was changed: “{{before}}” → “{{after}}”{{wish}}.",
    questionSettled: "The open question on the category “{{label}}” was settled{{wish}}.",
    proposedForRemoval: "The category “{{label}}” was proposed for removal {{from}}{{wish}}.",
    noLongerProposedForRemoval:
      "The proposal to remove the category “{{label}}” {{from}} was withdrawn{{wish}}.",
    rationaleChanged: {
      fi: "The Finnish rationale of the category “{{label}}” was changed{{wish}}.",
      sv: "The Swedish rationale of the category “{{label}}” was changed{{wish}}.",
      en: "The English rationale of the category “{{label}}” was changed{{wish}}.",
    },
    legalBasisChanged:
      "The legal basis of the category “{{label}}” was changed: “{{before}}” → “{{after}}”{{wish}}.",
    reordered: "The category “{{label}}” changed place {{on}}{{wish}}.",
  },
  wish: " (at the wish of: {{wish}})",
  none: "none given",
  unnamed: "unnamed category",
};
