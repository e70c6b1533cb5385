export default {
  title: "Beslut",
};
