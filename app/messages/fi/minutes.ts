export default {
  title: "Muistio",
};
