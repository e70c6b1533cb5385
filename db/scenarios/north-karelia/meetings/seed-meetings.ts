/** Meetings of the demo: the real one replayed, an example with a sealed decision, and one to come; and the road of the demo draft. */
import type { ScenarioContext } from "../../scenario-context";
import { seedComing } from "./coming";
import { seedExample } from "./example";
import type { Place } from "./ids";
import { seedReplay } from "./replay";
import { seedRoad } from "./road";

export async function seedMeetings(context: ScenarioContext, place: Place): Promise<void> {
  const replay = await seedReplay(context, place);
  await seedRoad(context, place, replay);
  await seedExample(context, place);
  await seedComing(context, place);
}
