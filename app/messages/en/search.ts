import type { Messages } from "../types";

const search: Messages["search"] = {
  title: "Search",
  box: "Search drafts, categories, discussions and statements",
  placeholder: "Search",
  submit: "Search",
  open: "Search",
  keyHint: "Press / anywhere to search.",
  keyOn: "The / key goes to search",
  lead: "The search looks in everything that you may see at your tables.",
  kinds: {
    drafts: "Drafts",
    texts: "Texts",
    categories: "Categories",
    comments: "Discussions",
    statements: "Statements",
  },
  count_one: "{{count}} find",
  count_other: "{{count}} finds",
  more: "The best {{max}} are shown. Add words to narrow the search.",
  removed: "removed",
  archived: "archived",
  example: "example",
  teach: {
    title: "What you can search for",
    words: "Write one or more words. Their form does not matter: associations finds association too.",
    beginnings: "The beginning of a word finds longer words: grant finds grants and grantees.",
    phrase: 'In quotation marks words follow each other: "open meeting place".',
    either: "The word or finds either one: youth or families.",
    languages: "What is written in Finnish, Swedish and English is found with the same search.",
  },
  nothing: {
    title: "Nothing was found",
    text: "Try a shorter word, the beginning of a word or another language. The search looks only at tables where you sit, and not at statements that were not sent.",
  },
  noWords: {
    title: "These words cannot be searched for",
    text: "Write at least one word. The search passes over punctuation and small words.",
  },
};
export default search;
