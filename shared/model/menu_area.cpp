#include "shared/model/menu_area.h"

#include <algorithm>

namespace rapport {

const std::vector<MenuArea>& menuAreas() {
  static const std::vector<MenuArea> kAreas = {
      {"partners", {{"en", "Partners"}, {"es", "Organizaciones aliadas"}, {"ar", "الشركاء"}}},
      {"events", {{"en", "Events"}, {"es", "Eventos"}, {"ar", "الفعاليات"}}},
      {"meetings", {{"en", "Meetings"}, {"es", "Reuniones"}, {"ar", "الاجتماعات"}}},
      {"listening", {{"en", "Listening"}, {"es", "Escucha"}, {"ar", "الإصغاء"}}},
      {"feedback",
       {{"en", "Feedback and answers"},
        {"es", "Comentarios y respuestas"},
        {"ar", "الآراء والردود"}}},
      {"promises", {{"en", "Promises"}, {"es", "Promesas"}, {"ar", "الوعود"}}},
      {"agreements", {{"en", "Agreements"}, {"es", "Acuerdos"}, {"ar", "الاتفاقات"}}},
      {"plans",
       {{"en", "Goals and pilots"}, {"es", "Metas y pilotos"}, {"ar", "الأهداف والتجارب"}}},
      {"exchange", {{"en", "Give and take"}, {"es", "Dar y recibir"}, {"ar", "الأخذ والعطاء"}}},
      {"care",
       {{"en", "Referrals and consent"},
        {"es", "Derivaciones y consentimiento"},
        {"ar", "الإحالات والموافقات"}}},
      {"trust", {{"en", "Trust"}, {"es", "Confianza"}, {"ar", "الثقة"}}},
      {kQuestionnaires, {{"en", "Questionnaires"}, {"es", "Cuestionarios"}, {"ar", "الاستبيانات"}}},
      {"office", {{"en", "Office"}, {"es", "Oficina"}, {"ar", "المكتب"}}}};
  return kAreas;
}

const MenuArea* menuArea(std::string_view name) {
  const auto& areas = menuAreas();
  const auto found = std::ranges::find(areas, name, &MenuArea::name);
  return found == areas.end() ? nullptr : &*found;
}

std::string menuAreaNames() {
  std::string out;
  for (const MenuArea& area : menuAreas()) {
    if (!out.empty()) out += ", ";
    out += area.name;
  }
  return out;
}

}  // namespace rapport
