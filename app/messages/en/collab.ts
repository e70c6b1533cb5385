export default {
  refusal: {
    malformed: "The service did not understand the change.",
    "too-large": "The change is too large to be saved at once.",
    "not-joined": "The connection to the draft was lost.",
    "read-only": "You may not edit this draft.",
    locked: "The draft is locked.",
    "not-found": "The draft was not found.",
    "not-allowed": "Your right to this draft has ended.",
    "foreign-client": "The change seemed to come from another person.",
    gap: "A part of the change was missing.",
    "invalid-content": "The change had content that the draft cannot hold.",
    "too-fast": "Changes came too fast.",
    unavailable: "Saving does not work just now. We try again.",
    protocol: "This page is out of date. Load it again.",
    restored: "The server was restored from a backup. The text on this page is kept as a review copy.",
    quarantined: "The draft's log is damaged. The last whole text can be read but not changed.",
  },
};
