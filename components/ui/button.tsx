import type { ComponentProps } from "react";
import { type ButtonVariant, buttonClass } from "./button-class.ts";

/** A button; `submit` must be asked for. */
export function Button({
  variant = "primary",
  className = "",
  ...rest
}: ComponentProps<"button"> & { variant?: ButtonVariant }) {
  return <button type="button" {...rest} className={`${buttonClass(variant)} ${className}`} />;
}
