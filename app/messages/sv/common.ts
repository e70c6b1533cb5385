export default {
  product: "Kumppanuuspöytä",
  tagline: "Kommunerna, välfärdsområdet och organisationerna vid samma bord",
  cancel: "Avbryt",
  save: "Spara",
  close: "Stäng",
  undo: "Ångra",
  redo: "Gör om",
  skipToContent: "Gå till innehållet",
  oldPage: "Servern svarar inte. Sidan förblir så här och uppdateras när förbindelsen är tillbaka.",
};
