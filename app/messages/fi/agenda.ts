export default {
  title: "Esityslista",
};
