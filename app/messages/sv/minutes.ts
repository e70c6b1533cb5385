export default {
  title: "Promemoria",
};
