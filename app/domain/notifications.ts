/** What a person is told of, and how. */
export const NOTIFICATION_KINDS = [
  "positionsAsked",
  "positionTold",
  "mention",
  "reply",
  "suggestionMade",
  "suggestionSettled",
  "statementAsked",
  "statementReminder",
  "statementLetIn",
  "statementSent",
  "proposedChangeAnswered",
  "meetingInvited",
  "meetingChanged",
  "meetingCancelled",
  "decisionAsked",
  "decisionStated",
  "minutesForComment",
  "minutesApproved",
] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

/** Told by mail at once, whatever hour it is; the others wait for the morning. */
export const IMMEDIATE_KINDS: readonly NotificationKind[] = [
  "positionsAsked",
  "positionTold",
  "mention",
  "statementAsked",
  "statementReminder",
  "statementLetIn",
  "meetingInvited",
  "meetingChanged",
  "meetingCancelled",
  "decisionAsked",
];

/** A person's choice for a table: immediate ones at once and the rest in the morning; all in the morning; no mail. */
export const NOTIFICATION_LEVELS = ["immediately", "digest", "none"] as const;
export type NotificationLevel = (typeof NOTIFICATION_LEVELS)[number];
