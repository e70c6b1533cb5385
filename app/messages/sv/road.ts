export default {
  title: "Vägen till beslut",
};
