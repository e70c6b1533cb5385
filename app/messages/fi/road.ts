export default {
  title: "Polku päätökseen",
};
