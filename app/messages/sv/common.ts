export default {
  product: "Kumppanuuspöytä",
  tagline: "Kommunerna, välfärdsområdet och organisationerna vid samma bord",
  cancel: "Avbryt",
  save: "Spara",
  close: "Stäng",
  undo: "Ångra",
  redo: "Gör om",
  skipToContent: "Gå till innehållet",
};
