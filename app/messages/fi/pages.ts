export default {
  notFound: {
    title: "Sivua ei löytynyt",
    text: "Osoite on väärä, sivu on poistettu tai se ei kuulu sinun pöytiisi. Tarkista osoite tai palaa omiin pöytiin.",
  },
  notAllowed: {
    title: "Tähän sinulla ei ole oikeutta",
    text: "Näet pöydän, mutta tämä toiminto kuuluu toiselle tehtävälle. Mitään ei muutettu. Pöydän sihteeri voi muuttaa oikeuksia.",
  },
  failure: {
    title: "Sivua ei voitu näyttää",
    text: "Palvelussa tapahtui virhe. Tallennettu on tallessa. Yritä hetken kuluttua uudelleen.",
  },
  toHome: "Omat pöydät",
  tryAgain: "Yritä uudelleen",
};
