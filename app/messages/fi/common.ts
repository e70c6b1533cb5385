export default {
  product: "Kumppanuuspöytä",
  tagline: "Kunnat, hyvinvointialue ja järjestöt saman pöydän ääressä",
  cancel: "Peruuta",
  save: "Tallenna",
  close: "Sulje",
  undo: "Kumoa",
  redo: "Tee uudelleen",
  skipToContent: "Siirry sisältöön",
  oldPage: "Palvelin ei vastaa. Sivu pysyy tällaisena ja päivittyy, kun yhteys palaa.",
};
