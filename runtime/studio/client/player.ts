/** Of played cases only: how the case stands follows the day that is dragged. */
import { wakePlayer } from './wake-player.js';

wakePlayer();
