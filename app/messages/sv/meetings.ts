export default {
  title: "Möten",
};
