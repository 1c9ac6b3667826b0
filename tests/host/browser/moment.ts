import momentDefault from "moment";
import { given } from "./host-options.ts";

export const moment = momentDefault;
moment.locale(given.options.language ?? "en");
(window as { moment?: unknown }).moment = moment;
