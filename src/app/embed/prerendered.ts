import { reportHeight, startEmbed } from "./page";

// In a task of its own: with the end of parsing and the first layout it would hold an old phone for a tenth of a second.
setTimeout(() => {
  startEmbed();
  reportHeight();
});
