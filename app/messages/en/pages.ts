export default {
  notFound: {
    title: "Page not found",
    text: "The address is wrong, the page has been removed, or it does not belong to your tables. Check the address or go back to your tables.",
  },
  notAllowed: {
    title: "You may not do this",
    text: "You can see the table, but this belongs to another role. Nothing was changed. The table’s secretary can change rights.",
  },
  failure: {
    title: "The page could not be shown",
    text: "Something went wrong in the service. What was saved is safe. Try again in a moment.",
  },
  toHome: "My tables",
  tryAgain: "Try again",
};
