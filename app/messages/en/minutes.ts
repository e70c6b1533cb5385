export default {
  title: "Memo",
};
