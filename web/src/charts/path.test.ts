import { expect, it } from "vitest";
import { bandPath, linePath } from "./path";

it("goes straight, or in steps", () => {
  expect(linePath([[0, 5], [10, 2.56]])).toBe("M0.0 5.0L10.0 2.6");
  expect(linePath([[0, 5], [10, 2]], true)).toBe("M0.0 5.0H10.0V2.0");
});

it("closes a band along its lower line and back along its upper", () => {
  expect(bandPath([[0, 9], [1, 8]], [[0, 1], [1, 2]])).toBe("M0.0 9.0L1.0 8.0L1.0 2.0L0.0 1.0Z");
  expect(bandPath([], [])).toBe("");
});
