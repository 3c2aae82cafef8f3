import { allowOwnScripts } from "../trustedTypes";
import { startReading } from "./startReading";

allowOwnScripts();
startReading();
