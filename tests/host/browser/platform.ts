import { given } from "./host-options.ts";

const phone = given.options.phone === true;

export const Platform = {
  isDesktop: !phone,
  isMobile: phone,
  isDesktopApp: !phone,
  isMobileApp: phone,
  isIosApp: false,
  isAndroidApp: phone,
  isPhone: phone,
  isTablet: false,
  isMacOS: false,
  isWin: false,
  isLinux: !phone,
  isSafari: false,
  resourcePathPrefix: "app://local/",
};

export function markBody(): void {
  const { options } = given;
  const classes = phone ? ["is-mobile", "is-phone", "is-android"] : ["mod-linux", "is-focused"];
  document.body.classList.add("obsidian-app", "show-inline-title", ...classes);
  if (options.rtl === true) document.body.classList.add("mod-rtl");
}
