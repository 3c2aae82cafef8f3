/** README.md of the pack: what is invented, and what is planted where. */
export const README = `# Gói số liệu minh họa

Mọi con số, công trình, thôn, đơn vị, quyết định và vùng nguy cơ ở đây là **bịa ra** để cho thấy hệ thống làm gì.
Chỉ tên xã và ranh giới xã là thật. Tạo lại bằng \`npm run data -- scenario\` (mã ở \`scripts/scenario/\`); cùng đầu vào thì
cùng từng byte. Không sửa tay các tệp này. Gói chính thức (\`DATA_PACK=official\`) không đọc thư mục này.

Ngày kể chuyện: 30/9/2028. Danh mục, kế hoạch và vốn ghi ngày 30/6/2026; báo cáo mỗi quý, chốt ngày 25, gửi cuối tháng.

## Số kiểm tra
- 97 công trình \`MH-001\` … \`MH-097\`: 45 trường học, 2 nước sạch, 11 y tế, 36 giao thông, 2 thủy lợi, 1 chống sạt lở; thêm 4 công trình ngoài 97 (\`MH-101\` … \`MH-104\`).
- Vị trí của 97: 30 điểm, 27 tuyến, 20 theo thôn, 6 liên xã (83 trên bản đồ); 9 chỉ biết xã, 5 chưa rõ (14 ở khay).
- Vốn ngân sách tỉnh của 97: đúng 4.000.000 triệu đồng vào mọi ngày từ 30/6/2026 (ngày 28/2/2028 chuyển 1.500 triệu giữa hai công trình ở Vân Sơn và Biển Động).

## Đã cài gì, ở đâu
| điều cần tìm thấy | ở đâu |
|---|---|
| mọi công trình báo cáo 0 % | Sơn Hải |
| đến kỳ mà không báo cáo từ trước 2028 (chưa có số liệu) | Đèo Gia, Nam Dương |
| mọi công trình khởi công sau 30/9/2028 (chưa đến kỳ) | Đồng Kỳ |
| trên 80 % | Xuân Lương |
| hai xã bằng nhau | Tân Sơn và Trường Sơn |
| nhóm đường chậm của cùng một đơn vị ở các xã kề nhau | Đơn vị minh họa 3: An Lạc, Vân Sơn, Dương Hưu, Sơn Động |
| 14 công trình chậm, 3 tạm dừng | thêm Sơn Hải, Sa Lý, Biên Sơn, Tây Yên Tử, Lục Sơn, Đại Sơn; tạm dừng: Vân Sơn, Lục Sơn, Biên Sơn |
| kế hoạch sửa đổi làm hết chậm | Đại Sơn, Sơn Động, Yên Định, Biển Động |
| kế hoạch không nêu ngày (chậm hay không: chưa rõ) | một ở Biên Sơn, một chưa rõ xã |
| tổng mức đầu tư không nêu | một công trình chưa rõ xã |
| đính chính báo cáo | 7 lần; lần ở Sơn Động cho kỳ 25/9/2028 thấy được ngay ngày 30/9/2028 |
| kỳ 25/12/2027 hầu hết không gửi | trừ Xuân Lương, Yên Định, Biển Động, Đại Sơn, Biên Sơn |
| hai công trình giao thông giống như nhập trùng, cách nhau dưới 500 m | Lục Sơn |
| thôn nghèo trên 35 %, quá 3 km tính từ mọi trường đã xong | Sa Lý, Tây Yên Tử, Biên Sơn |
| công trình trong vùng nguy cơ cao, rất cao | An Lạc, Dương Hưu, Tuấn Đạo, Tây Yên Tử, Lục Sơn |
| thôn trong vùng nguy cơ mà không có công trình | các xã phía đông |
| chưa đánh giá nguy cơ | cả Sa Lý, Sơn Hải, Nam Dương, Đồng Kỳ; một phần Đèo Gia, Biên Sơn, Tân Sơn; Lục Sơn, Trường Sơn, Xuân Lương chỉ từ 31/3/2028 |
| nghèo không công bố ở cấp xã | phường Bắc Giang, cùng phường Đa Mai |
| không có số liệu nghèo | xã Tam Tiến |

Số hộ nghèo dưới 10 của một thôn ghi \`*\`, cùng ít nhất một thôn nữa trong xã, để tổng của xã không cho biết lại.
Số liệu thật của thôn không bao giờ được tính từ tệp này.
`;
