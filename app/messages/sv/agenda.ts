export default {
  title: "Föredragningslista",
};
