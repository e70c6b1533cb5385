export default {
  title: "Road to a decision",
};
