export default {
  title: "Päätökset",
};
