export default {
  product: "Kumppanuuspöytä",
  tagline: "Municipalities, the wellbeing services county and associations at one table",
  cancel: "Cancel",
  save: "Save",
  close: "Close",
  undo: "Undo",
  redo: "Redo",
  skipToContent: "Skip to content",
  oldPage: "The server does not answer. The page stays as it is and is updated when the connection is back.",
};
