export default {
  title: "Agenda",
};
