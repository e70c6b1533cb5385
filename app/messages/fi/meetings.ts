export default {
  title: "Kokoukset",
};
