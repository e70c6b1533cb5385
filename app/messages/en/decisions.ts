export default {
  title: "Decisions",
};
