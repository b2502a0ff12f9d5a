# What Mufakat needs from Debian (12 or newer) or Ubuntu (24.04 or newer). Read by ./dev.
packages_build='gcc meson ninja-build pkg-config gettext locales python3 desktop-file-utils shared-mime-info
  libglib2.0-dev libgtk-4-dev libadwaita-1-dev libpoppler-glib-dev libpango1.0-dev libharfbuzz-dev libcairo2-dev
  libgdk-pixbuf-2.0-dev librsvg2-dev libqpdf-dev libqrencode-dev libssl-dev libp11-kit-dev libsecret-1-dev libsqlite3-dev libxml2-dev libzip-dev
  libjson-glib-dev libsoup-3.0-dev zlib1g-dev hyphen-id libenchant-2-dev'

packages_run='glib-networking fonts-urw-base35 fonts-liberation fonts-cantarell hunspell-id
  adwaita-icon-theme
  librsvg2-common libglib2.0-bin libgtk-4-bin'

packages_test='xvfb xauth dbus at-spi2-core python3-gi gir1.2-atspi-2.0 libxml2-utils qpdf poppler-utils openssl softhsm2 unzip zip
  appstream flatpak-builder git clang-format-14 tesseract-ocr tesseract-ocr-ind'

packages_fuzz='clang libclang-rt-14-dev'
